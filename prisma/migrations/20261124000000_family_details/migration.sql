-- CreateEnum
CREATE TYPE "FamilyField" AS ENUM ('address', 'phone', 'otherPhone', 'email', 'school', 'schoolClass', 'diet', 'hasPai', 'paiValidUntil', 'insurer', 'insurancePolicy', 'insuranceValidUntil');

-- CreateEnum
CREATE TYPE "FieldAccess" AS ENUM ('hidden', 'shown', 'editable', 'required');

-- CreateEnum
CREATE TYPE "DocumentSubject" AS ENUM ('family', 'guardian', 'child');

-- CreateEnum
CREATE TYPE "DocumentValidity" AS ENUM ('forever', 'months', 'untilDate', 'schoolYear');

-- AlterEnum
ALTER TYPE "DocumentKind" ADD VALUE 'tariffResult';

-- AlterEnum
ALTER TYPE "TokenPurpose" ADD VALUE 'emailChange';

-- AlterTable
ALTER TABLE "AccountToken" ADD COLUMN     "newEmail" TEXT;

-- AlterTable
ALTER TABLE "Child" ADD COLUMN     "diet" TEXT,
ADD COLUMN     "insurancePolicy" TEXT,
ADD COLUMN     "insuranceValidUntil" DATE,
ADD COLUMN     "insurer" TEXT,
ADD COLUMN     "school" TEXT,
ADD COLUMN     "schoolClass" TEXT;

-- AlterTable
ALTER TABLE "FamilyChild" ADD COLUMN     "maySeeFile" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "rightsDocumentId" UUID,
ADD COLUMN     "rightsReason" TEXT;

-- AlterTable
ALTER TABLE "Guardian" ADD COLUMN     "address" TEXT,
ADD COLUMN     "otherPhone" TEXT;

-- AlterTable
ALTER TABLE "ServiceRequest" ADD COLUMN     "guardianId" INTEGER,
ALTER COLUMN "childId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "ChildHealth" (
    "childId" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChildHealth_pkey" PRIMARY KEY ("childId")
);

-- CreateTable
CREATE TABLE "FamilyFieldRule" (
    "field" "FamilyField" NOT NULL,
    "access" "FieldAccess" NOT NULL,
    "processing" "ValidationMode" NOT NULL,

    CONSTRAINT "FamilyFieldRule_pkey" PRIMARY KEY ("field")
);

-- CreateTable
CREATE TABLE "Diet" (
    "id" SERIAL NOT NULL,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Diet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FamilyFileChange" (
    "id" SERIAL NOT NULL,
    "requestId" UUID NOT NULL,
    "field" "FamilyField" NOT NULL,
    "was" TEXT,
    "now" TEXT,
    "sealed" BYTEA,
    "state" "LineState" NOT NULL,

    CONSTRAINT "FamilyFileChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupportingDocumentType" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "explanation" TEXT,
    "subject" "DocumentSubject" NOT NULL,
    "validity" "DocumentValidity" NOT NULL,
    "validityMonths" INTEGER,
    "processing" "ValidationMode" NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "forLate" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "SupportingDocumentType_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupportingDocument" (
    "id" UUID NOT NULL,
    "typeId" INTEGER NOT NULL,
    "familyId" INTEGER NOT NULL,
    "childId" INTEGER,
    "guardianId" INTEGER,
    "requestId" UUID,
    "accountId" UUID NOT NULL,
    "state" "LineState" NOT NULL,
    "validUntil" DATE,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SupportingDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Diet_label_key" ON "Diet"("label");

-- CreateIndex
CREATE UNIQUE INDEX "FamilyFileChange_requestId_field_key" ON "FamilyFileChange"("requestId", "field");

-- CreateIndex
CREATE UNIQUE INDEX "SupportingDocumentType_code_key" ON "SupportingDocumentType"("code");

-- CreateIndex
CREATE INDEX "SupportingDocument_familyId_filedAt_idx" ON "SupportingDocument"("familyId", "filedAt");

-- CreateIndex
CREATE INDEX "SupportingDocument_childId_idx" ON "SupportingDocument"("childId");

-- CreateIndex
CREATE INDEX "SupportingDocument_requestId_idx" ON "SupportingDocument"("requestId");

-- CreateIndex
CREATE INDEX "SupportingDocument_validUntil_idx" ON "SupportingDocument"("validUntil");

-- CreateIndex
CREATE UNIQUE INDEX "StoredFile_documentId_position_key" ON "StoredFile"("documentId", "position");

-- AddForeignKey
ALTER TABLE "ChildHealth" ADD CONSTRAINT "ChildHealth_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FamilyFileChange" ADD CONSTRAINT "FamilyFileChange_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ServiceRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportingDocument" ADD CONSTRAINT "SupportingDocument_typeId_fkey" FOREIGN KEY ("typeId") REFERENCES "SupportingDocumentType"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportingDocument" ADD CONSTRAINT "SupportingDocument_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportingDocument" ADD CONSTRAINT "SupportingDocument_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportingDocument" ADD CONSTRAINT "SupportingDocument_guardianId_fkey" FOREIGN KEY ("guardianId") REFERENCES "Guardian"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportingDocument" ADD CONSTRAINT "SupportingDocument_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ServiceRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportingDocument" ADD CONSTRAINT "SupportingDocument_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "SupportingDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FamilyChild" ADD CONSTRAINT "FamilyChild_rightsDocumentId_fkey" FOREIGN KEY ("rightsDocumentId") REFERENCES "SupportingDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceRequest" ADD CONSTRAINT "ServiceRequest_guardianId_fkey" FOREIGN KEY ("guardianId") REFERENCES "Guardian"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.

-- A request is about a child, a guardian, or the whole family; these démarches are always about a child.
ALTER TABLE "ServiceRequest"
    ADD CONSTRAINT "ServiceRequest_about_check" CHECK (
        num_nonnulls("childId", "guardianId") <= 1
        AND ("childId" IS NOT NULL OR "demarche" NOT IN ('reservations', 'autorisations'))
    );
-- As text: a value that is new to its type cannot be used in the transaction that adds it.
ALTER TABLE "AccountToken"
    ADD CONSTRAINT "AccountToken_email_check"
        CHECK (("purpose"::text = 'emailChange') = ("newEmail" IS NOT NULL));

-- Health is sealed, and nothing else is.
ALTER TABLE "FamilyFileChange"
    ADD CONSTRAINT "FamilyFileChange_values_check" CHECK (
        CASE WHEN "field" IN ('hasPai', 'paiValidUntil')
            THEN "sealed" IS NOT NULL AND num_nonnulls("was", "now") = 0
            ELSE "sealed" IS NULL AND "was" IS DISTINCT FROM "now"
        END
    );
ALTER TABLE "SupportingDocumentType"
    ADD CONSTRAINT "SupportingDocumentType_validity_check"
        CHECK (("validity" = 'months') = ("validityMonths" IS NOT NULL) AND "validityMonths" > 0);
ALTER TABLE "SupportingDocument"
    ADD CONSTRAINT "SupportingDocument_about_check" CHECK (num_nonnulls("childId", "guardianId") <= 1);
ALTER TABLE "StoredFile"
    ADD CONSTRAINT "StoredFile_content_check" CHECK ("bytes" > 0 AND "sha256" ~ '^[0-9a-f]{64}$');

-- Like the lines of reservations: they are written before the request, which takes its number last.
ALTER TABLE "FamilyFileChange"
    ALTER CONSTRAINT "FamilyFileChange_requestId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "SupportingDocument"
    ALTER CONSTRAINT "SupportingDocument_requestId_fkey" DEFERRABLE INITIALLY DEFERRED;

-- What agents write of a family's means, and how they find a family.
ALTER TABLE "FamilyQuotient" ADD COLUMN "writtenAt" TIMESTAMPTZ(3);

-- The words of a name or an address, without accents or capitals: "Noëlle D'Œuvre-Petit" gives
-- noelle, d, oeuvre, petit. A search finds them by their first letters.
CREATE FUNCTION "searchWords"("text" TEXT) RETURNS TSVECTOR
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN array_to_tsvector(array_remove(regexp_split_to_array(
        lower(translate(replace(replace(replace(replace("text", 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'),
            'àâäáãåéèêëíîïìóôöòõúûüùçñÿýÀÂÄÁÃÅÉÈÊËÍÎÏÌÓÔÖÒÕÚÛÜÙÇÑŸÝ',
            'aaaaaaeeeeiiiiooooouuuucnyyaaaaaaeeeeiiiiooooouuuucnyy')),
        '[^a-z0-9]+'), ''));
CREATE INDEX "Family_words_idx" ON "Family" USING gin ("searchWords"("name"));
CREATE INDEX "Family_name_idx" ON "Family"("name", "id");
CREATE INDEX "Guardian_words_idx" ON "Guardian"
    USING gin ("searchWords"("firstName" || ' ' || "lastName" || ' ' || coalesce("email", '')));
CREATE INDEX "Child_words_idx" ON "Child" USING gin ("searchWords"("firstName" || ' ' || "lastName"));

-- Who has read a child's health.
CREATE INDEX "AuditEvent_health_idx" ON "AuditEvent" USING gin (("data" -> 'children') jsonb_path_ops)
    WHERE "kind" = 'health-read';
