-- CreateEnum
CREATE TYPE "AuthorizationSubject" AS ENUM ('child', 'contact');

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('attestation', 'planning', 'requestRecap');

-- CreateTable
CREATE TABLE "Contact" (
    "id" SERIAL NOT NULL,
    "familyId" INTEGER NOT NULL,
    "civility" "Civility",
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "tie" TEXT NOT NULL,
    "phone" TEXT,
    "birthDate" DATE,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactChild" (
    "contactId" INTEGER NOT NULL,
    "childId" INTEGER NOT NULL,

    CONSTRAINT "ContactChild_pkey" PRIMARY KEY ("contactId","childId")
);

-- CreateTable
CREATE TABLE "AuthorizationType" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "explanation" TEXT,
    "icon" TEXT NOT NULL,
    "subject" "AuthorizationSubject" NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT true,
    "minimumAge" INTEGER,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "AuthorizationType_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Authorization" (
    "id" SERIAL NOT NULL,
    "childId" INTEGER NOT NULL,
    "typeId" INTEGER NOT NULL,
    "contactId" INTEGER,
    "allowed" BOOLEAN NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Authorization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthorizationChange" (
    "id" SERIAL NOT NULL,
    "requestId" UUID NOT NULL,
    "childId" INTEGER NOT NULL,
    "typeId" INTEGER NOT NULL,
    "contactId" INTEGER,
    "was" BOOLEAN,
    "now" BOOLEAN NOT NULL,

    CONSTRAINT "AuthorizationChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthorizationConfirmation" (
    "id" SERIAL NOT NULL,
    "childId" INTEGER NOT NULL,
    "familyId" INTEGER NOT NULL,
    "accountId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuthorizationConfirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FormDraft" (
    "accountId" UUID NOT NULL,
    "familyId" INTEGER NOT NULL,
    "demarche" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FormDraft_pkey" PRIMARY KEY ("accountId","familyId","demarche","subject")
);

-- CreateTable
CREATE TABLE "IssuedDocument" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "familyId" INTEGER NOT NULL,
    "childId" INTEGER,
    "accountId" UUID NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "IssuedDocument_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Contact_familyId_idx" ON "Contact"("familyId");

-- CreateIndex
CREATE INDEX "ContactChild_childId_idx" ON "ContactChild"("childId");

-- CreateIndex
CREATE UNIQUE INDEX "AuthorizationType_code_key" ON "AuthorizationType"("code");

-- CreateIndex
CREATE INDEX "Authorization_childId_idx" ON "Authorization"("childId");

-- CreateIndex
CREATE INDEX "AuthorizationChange_requestId_idx" ON "AuthorizationChange"("requestId");

-- CreateIndex
CREATE INDEX "AuthorizationChange_childId_idx" ON "AuthorizationChange"("childId");

-- CreateIndex
CREATE INDEX "AuthorizationConfirmation_childId_idx" ON "AuthorizationConfirmation"("childId");

-- CreateIndex
CREATE UNIQUE INDEX "IssuedDocument_code_key" ON "IssuedDocument"("code");

-- CreateIndex
CREATE INDEX "IssuedDocument_familyId_issuedAt_idx" ON "IssuedDocument"("familyId", "issuedAt");

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactChild" ADD CONSTRAINT "ContactChild_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactChild" ADD CONSTRAINT "ContactChild_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Authorization" ADD CONSTRAINT "Authorization_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Authorization" ADD CONSTRAINT "Authorization_typeId_fkey" FOREIGN KEY ("typeId") REFERENCES "AuthorizationType"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Authorization" ADD CONSTRAINT "Authorization_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorizationChange" ADD CONSTRAINT "AuthorizationChange_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ServiceRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorizationChange" ADD CONSTRAINT "AuthorizationChange_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorizationChange" ADD CONSTRAINT "AuthorizationChange_typeId_fkey" FOREIGN KEY ("typeId") REFERENCES "AuthorizationType"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorizationChange" ADD CONSTRAINT "AuthorizationChange_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorizationConfirmation" ADD CONSTRAINT "AuthorizationConfirmation_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorizationConfirmation" ADD CONSTRAINT "AuthorizationConfirmation_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorizationConfirmation" ADD CONSTRAINT "AuthorizationConfirmation_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormDraft" ADD CONSTRAINT "FormDraft_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormDraft" ADD CONSTRAINT "FormDraft_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssuedDocument" ADD CONSTRAINT "IssuedDocument_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssuedDocument" ADD CONSTRAINT "IssuedDocument_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssuedDocument" ADD CONSTRAINT "IssuedDocument_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "FamilyChild" ADD COLUMN     "mayAuthorize" BOOLEAN NOT NULL DEFAULT true;

-- What Prisma cannot say.

-- One answer a question: a null contact is the child itself.
CREATE UNIQUE INDEX "Authorization_child_key" ON "Authorization" ("childId", "typeId")
    WHERE "contactId" IS NULL;
CREATE UNIQUE INDEX "Authorization_contact_key" ON "Authorization" ("childId", "typeId", "contactId")
    WHERE "contactId" IS NOT NULL;
ALTER TABLE "AuthorizationChange"
    ADD CONSTRAINT "AuthorizationChange_differs_check" CHECK ("was" IS DISTINCT FROM "now");
ALTER TABLE "AuthorizationType"
    ADD CONSTRAINT "AuthorizationType_age_check" CHECK ("minimumAge" > 0);

-- A request is of reservations, with an inscription and dates, or of another démarche, without.
ALTER TABLE "ServiceRequest"
    ALTER COLUMN "inscriptionId" DROP NOT NULL,
    ALTER COLUMN "activityId" DROP NOT NULL,
    ALTER COLUMN "firstDay" DROP NOT NULL,
    ALTER COLUMN "lastDay" DROP NOT NULL,
    DROP CONSTRAINT "ServiceRequest_changes_check",
    ADD CONSTRAINT "ServiceRequest_changes_check" CHECK (
        CASE WHEN "demarche" = 'reservations'
            THEN "additions" >= 0 AND "removals" >= 0 AND "additions" + "removals" > 0
                AND num_nulls("inscriptionId", "activityId", "firstDay", "lastDay") = 0
            ELSE "additions" = 0 AND "removals" = 0
                AND num_nonnulls("inscriptionId", "activityId", "firstDay", "lastDay") = 0
        END
    );

-- Issued documents only grow, like the journal.
ALTER TABLE "IssuedDocument"
    ADD CONSTRAINT "IssuedDocument_code_check"
        CHECK ("code" ~ '^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}$');
CREATE FUNCTION refuse_change_of_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'IssuedDocument is append-only: % refused', TG_OP;
END;
$$;
CREATE TRIGGER "IssuedDocument_append_only"
    BEFORE UPDATE OR DELETE ON "IssuedDocument"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_documents();
