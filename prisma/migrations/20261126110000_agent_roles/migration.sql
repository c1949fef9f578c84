-- What an agent may do was read from two nulls: an agent without limits was one of the whole town, and
-- deleting an activity or an establishment made one. A role of a closed list (lib/domain/access.ts) says
-- it now; in a scope and in an exception "every" is a column, and nothing turns into null.

-- Nobody gains a right: an agent without limits keeps what it has as the education service, an agent with
-- limits as one of its activities and establishments.
CREATE TYPE "AccountRole_new" AS ENUM ('guardian', 'administrator', 'educationService', 'desk', 'tariffs', 'activityAgent', 'animator');
ALTER TABLE "Account" ALTER COLUMN "role" TYPE "AccountRole_new" USING (
    CASE "role"::text WHEN 'agent' THEN 'activityAgent' ELSE "role"::text END::"AccountRole_new"
);
DROP TYPE "AccountRole";
ALTER TYPE "AccountRole_new" RENAME TO "AccountRole";

UPDATE "Account" a SET "role" = 'educationService'
WHERE a."role" = 'activityAgent' AND EXISTS (
    SELECT FROM "AgentScope" s
    WHERE s."accountId" = a."id" AND s."activityId" IS NULL AND s."establishmentId" IS NULL
);

-- The role says it: they need no scope.
DELETE FROM "AgentScope" s USING "Account" a
WHERE a."id" = s."accountId" AND a."role" IN ('guardian', 'administrator', 'educationService');

-- AlterTable
ALTER TABLE "AgentScope" ADD COLUMN "everyActivity" BOOLEAN, ADD COLUMN "everyEstablishment" BOOLEAN;
UPDATE "AgentScope" SET "everyActivity" = ("activityId" IS NULL), "everyEstablishment" = ("establishmentId" IS NULL);
ALTER TABLE "AgentScope"
    ALTER COLUMN "everyActivity" SET NOT NULL,
    ALTER COLUMN "everyEstablishment" SET NOT NULL,
    ADD CONSTRAINT "AgentScope_activity_check" CHECK ("everyActivity" = ("activityId" IS NULL)),
    ADD CONSTRAINT "AgentScope_establishment_check" CHECK ("everyEstablishment" = ("establishmentId" IS NULL)),
    DROP CONSTRAINT "AgentScope_activityId_fkey",
    DROP CONSTRAINT "AgentScope_establishmentId_fkey",
    ADD CONSTRAINT "AgentScope_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD CONSTRAINT "AgentScope_establishmentId_fkey" FOREIGN KEY ("establishmentId") REFERENCES "Establishment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "OpeningException" ADD COLUMN "everyUnit" BOOLEAN;
UPDATE "OpeningException" SET "everyUnit" = ("unitId" IS NULL);
ALTER TABLE "OpeningException"
    ALTER COLUMN "everyUnit" SET NOT NULL,
    ADD CONSTRAINT "OpeningException_unit_check" CHECK ("everyUnit" = ("unitId" IS NULL)),
    DROP CONSTRAINT "OpeningException_unitId_fkey",
    ADD CONSTRAINT "OpeningException_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
