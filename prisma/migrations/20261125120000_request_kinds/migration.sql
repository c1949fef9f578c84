-- The kind of a request was a free text, named after a démarche. It is an enum that mirrors
-- lib/domain/request-kind.ts; a text that is none of its values stops the migration.

-- CreateEnum
CREATE TYPE "RequestKind" AS ENUM ('reservations', 'familyFile', 'authorizations', 'supportingDocuments');

ALTER TABLE "ServiceRequest"
    DROP CONSTRAINT "ServiceRequest_changes_check",
    DROP CONSTRAINT "ServiceRequest_about_check";

ALTER TABLE "Submission" RENAME COLUMN "demarche" TO "kind";
ALTER TABLE "Submission" ALTER COLUMN "kind" TYPE "RequestKind" USING (
    CASE "kind"
        WHEN 'famille' THEN 'familyFile'
        WHEN 'autorisations' THEN 'authorizations'
        WHEN 'justificatifs' THEN 'supportingDocuments'
        ELSE "kind"
    END::"RequestKind"
);
ALTER TABLE "ServiceRequest" RENAME COLUMN "demarche" TO "kind";
ALTER TABLE "ServiceRequest" ALTER COLUMN "kind" TYPE "RequestKind" USING (
    CASE "kind"
        WHEN 'famille' THEN 'familyFile'
        WHEN 'autorisations' THEN 'authorizations'
        WHEN 'justificatifs' THEN 'supportingDocuments'
        ELSE "kind"
    END::"RequestKind"
);

-- What Prisma cannot say. The kinds are named as text: a value that is new to its type cannot be used in
-- the transaction that adds it.
ALTER TABLE "ServiceRequest"
    -- Of an inscription, with its dates; or of something else, without.
    ADD CONSTRAINT "ServiceRequest_changes_check" CHECK (
        CASE WHEN "inscriptionId" IS NOT NULL
            THEN "additions" >= 0 AND "removals" >= 0 AND "additions" + "removals" > 0
                AND num_nulls("childId", "activityId", "firstDay", "lastDay") = 0
            ELSE "additions" = 0 AND "removals" = 0
                AND num_nonnulls("activityId", "firstDay", "lastDay") = 0
        END
    ),
    -- Only these kinds are about dates.
    ADD CONSTRAINT "ServiceRequest_kind_check" CHECK (
        ("kind"::text = ANY ('{reservations}')) = ("inscriptionId" IS NOT NULL)
    ),
    -- About a child, a guardian or, for these kinds, the whole family.
    ADD CONSTRAINT "ServiceRequest_about_check" CHECK (
        CASE num_nonnulls("childId", "guardianId")
            WHEN 1 THEN TRUE
            WHEN 0 THEN "kind"::text = ANY ('{familyFile,supportingDocuments}')
            ELSE FALSE
        END
        AND ("guardianId" IS NULL OR "kind"::text = ANY ('{familyFile,supportingDocuments}'))
    );
