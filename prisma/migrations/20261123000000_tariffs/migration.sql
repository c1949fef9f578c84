-- CreateEnum
CREATE TYPE "Residence" AS ENUM ('inTown', 'outOfTown');

-- CreateEnum
CREATE TYPE "TariffState" AS ENUM ('draft', 'published');

-- CreateEnum
CREATE TYPE "UnknownQuotient" AS ENUM ('refuse', 'highest');

-- AlterTable
ALTER TABLE "Activity" ADD COLUMN     "lateAdditions" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "lateRemovals" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "FamilyChild" ADD COLUMN     "categoryId" INTEGER;

-- AlterTable
ALTER TABLE "RequestLine" ADD COLUMN     "amount" INTEGER;

-- AlterTable
ALTER TABLE "Reservation" ADD COLUMN     "priceId" UUID;

-- AlterTable
ALTER TABLE "ServiceRequest" ADD COLUMN     "late" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "chargedOnce" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "paiUnitOfId" INTEGER;

-- CreateTable
CREATE TABLE "FamilyQuotient" (
    "familyId" INTEGER NOT NULL,
    "firstDay" DATE NOT NULL,
    "quotientFamilial" INTEGER,
    "parts" INTEGER NOT NULL,
    "dependentChildren" INTEGER NOT NULL,
    "residence" "Residence" NOT NULL,
    "source" TEXT NOT NULL,
    "annualIncome" INTEGER,
    "monthlyBenefits" INTEGER,

    CONSTRAINT "FamilyQuotient_pkey" PRIMARY KEY ("familyId","firstDay")
);

-- CreateTable
CREATE TABLE "TariffCategory" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "explanation" TEXT,
    "position" INTEGER NOT NULL,
    "pai" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "TariffCategory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TariffVersion" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "state" "TariffState" NOT NULL,
    "validFrom" DATE,
    "validTo" DATE,
    "unknownQuotient" "UnknownQuotient" NOT NULL,
    "reductions" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TariffVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TariffRule" (
    "versionId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "categoryId" INTEGER NOT NULL,
    "rule" JSONB NOT NULL,

    CONSTRAINT "TariffRule_pkey" PRIMARY KEY ("versionId","unitId","categoryId")
);

-- CreateTable
CREATE TABLE "Price" (
    "id" UUID NOT NULL,
    "versionId" INTEGER NOT NULL,
    "categoryId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "lines" JSONB NOT NULL,

    CONSTRAINT "Price_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InscriptionFee" (
    "inscriptionId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "familyId" INTEGER NOT NULL,
    "priceId" UUID NOT NULL,

    CONSTRAINT "InscriptionFee_pkey" PRIMARY KEY ("inscriptionId","unitId","familyId")
);

-- CreateIndex
CREATE UNIQUE INDEX "TariffCategory_code_key" ON "TariffCategory"("code");

-- CreateIndex
CREATE UNIQUE INDEX "TariffCategory_label_key" ON "TariffCategory"("label");

-- CreateIndex
CREATE UNIQUE INDEX "TariffVersion_name_key" ON "TariffVersion"("name");

-- CreateIndex
CREATE INDEX "InscriptionFee_familyId_idx" ON "InscriptionFee"("familyId");

-- AddForeignKey
ALTER TABLE "FamilyQuotient" ADD CONSTRAINT "FamilyQuotient_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FamilyChild" ADD CONSTRAINT "FamilyChild_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "TariffCategory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_paiUnitOfId_fkey" FOREIGN KEY ("paiUnitOfId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TariffRule" ADD CONSTRAINT "TariffRule_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "TariffVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TariffRule" ADD CONSTRAINT "TariffRule_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TariffRule" ADD CONSTRAINT "TariffRule_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "TariffCategory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Price" ADD CONSTRAINT "Price_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "TariffVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Price" ADD CONSTRAINT "Price_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "TariffCategory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Price" ADD CONSTRAINT "Price_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InscriptionFee" ADD CONSTRAINT "InscriptionFee_inscriptionId_fkey" FOREIGN KEY ("inscriptionId") REFERENCES "Inscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InscriptionFee" ADD CONSTRAINT "InscriptionFee_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InscriptionFee" ADD CONSTRAINT "InscriptionFee_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InscriptionFee" ADD CONSTRAINT "InscriptionFee_priceId_fkey" FOREIGN KEY ("priceId") REFERENCES "Price"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reservation" ADD CONSTRAINT "Reservation_priceId_fkey" FOREIGN KEY ("priceId") REFERENCES "Price"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot say.

ALTER TABLE "FamilyQuotient"
    ADD CONSTRAINT "FamilyQuotient_figures_check" CHECK (
        "quotientFamilial" >= 0 AND "parts" > 0 AND "dependentChildren" >= 0
    );
ALTER TABLE "Unit"
    ADD CONSTRAINT "Unit_pai_unit_check" CHECK ("paiUnitOfId" <> "id");

-- One version in force a day, whoever publishes at the same moment.
ALTER TABLE "TariffVersion"
    ADD CONSTRAINT "TariffVersion_published_check" CHECK (
        ("state" = 'published') = ("validFrom" IS NOT NULL AND "publishedAt" IS NOT NULL)
    ),
    ADD CONSTRAINT "TariffVersion_period_check" CHECK ("validFrom" < "validTo"),
    ADD CONSTRAINT "TariffVersion_revision_check" CHECK ("revision" >= 1),
    ADD CONSTRAINT "TariffVersion_no_overlap" EXCLUDE USING gist (
        daterange("validFrom", "validTo", '[)') WITH &&
    ) WHERE ("state" = 'published');

ALTER TABLE "Price"
    ADD CONSTRAINT "Price_amount_check" CHECK ("amount" >= 0);
ALTER TABLE "ServiceRequest"
    ADD CONSTRAINT "ServiceRequest_late_reason_check" CHECK ("late" = ("reason" IS NOT NULL));

-- Published is published: only a successor may end a version.
CREATE FUNCTION refuse_change_of_published_tariff() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."state" = 'published' AND (
        TG_OP = 'DELETE'
        OR (to_jsonb(NEW) - 'validTo') IS DISTINCT FROM (to_jsonb(OLD) - 'validTo')
    ) THEN
        RAISE EXCEPTION 'TariffVersion % is published: % refused', OLD."id", TG_OP;
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END;
$$;
CREATE TRIGGER "TariffVersion_published"
    BEFORE UPDATE OR DELETE ON "TariffVersion"
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_tariff();

CREATE FUNCTION refuse_change_of_published_rule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM "TariffVersion"
        WHERE "state" = 'published'
          AND "id" IN (
              CASE WHEN TG_OP <> 'INSERT' THEN OLD."versionId" END,
              CASE WHEN TG_OP <> 'DELETE' THEN NEW."versionId" END
          )
    ) THEN
        RAISE EXCEPTION 'The rules of a published tariff are final: % refused', TG_OP;
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END;
$$;
CREATE TRIGGER "TariffRule_published"
    BEFORE INSERT OR UPDATE OR DELETE ON "TariffRule"
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_rule();

CREATE FUNCTION refuse_change_of_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A price is kept as it was: % refused', TG_OP;
END;
$$;
CREATE TRIGGER "Price_kept"
    BEFORE UPDATE OR DELETE ON "Price"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_price();
