-- CreateEnum
CREATE TYPE "AccountRole" AS ENUM ('guardian', 'agent', 'administrator');

-- CreateEnum
CREATE TYPE "TokenPurpose" AS ENUM ('activation', 'reset');

-- CreateEnum
CREATE TYPE "Civility" AS ENUM ('madame', 'monsieur');

-- CreateEnum
CREATE TYPE "ValidationMode" AS ENUM ('automatic', 'examined');

-- CreateEnum
CREATE TYPE "DayPart" AS ENUM ('morning', 'noon', 'afternoon', 'evening');

-- CreateEnum
CREATE TYPE "DayKind" AS ENUM ('publicHoliday', 'weekend', 'schoolBreak', 'schoolDay');

-- CreateEnum
CREATE TYPE "ReservationState" AS ENUM ('reserved', 'pending', 'removalPending');

-- CreateEnum
CREATE TYPE "ServiceRequestState" AS ENUM ('pending', 'accepted', 'partlyAccepted', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "LineChange" AS ENUM ('add', 'remove');

-- CreateEnum
CREATE TYPE "LineState" AS ENUM ('pending', 'accepted', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "RequestEventKind" AS ENUM ('submitted', 'accepted', 'partlyAccepted', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "OutboxState" AS ENUM ('waiting', 'sent', 'failed');

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "userName" TEXT NOT NULL,
    "passwordHash" TEXT,
    "role" "AccountRole" NOT NULL,
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSignInAt" TIMESTAMPTZ(3),
    "previousSignInAt" TIMESTAMPTZ(3),

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgentScope" (
    "id" SERIAL NOT NULL,
    "accountId" UUID NOT NULL,
    "activityId" INTEGER,
    "establishmentId" INTEGER,

    CONSTRAINT "AgentScope_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "familyId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccountToken" (
    "hash" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "purpose" "TokenPurpose" NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccountToken_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Family" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Family_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Guardian" (
    "id" SERIAL NOT NULL,
    "familyId" INTEGER NOT NULL,
    "accountId" UUID,
    "civility" "Civility",
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,

    CONSTRAINT "Guardian_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Child" (
    "id" SERIAL NOT NULL,
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "birthDate" DATE,

    CONSTRAINT "Child_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FamilyChild" (
    "familyId" INTEGER NOT NULL,
    "childId" INTEGER NOT NULL,
    "mayBook" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "FamilyChild_pkey" PRIMARY KEY ("familyId","childId")
);

-- CreateTable
CREATE TABLE "Department" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SchoolYear" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "firstSchoolDay" DATE NOT NULL,
    "lastSchoolDay" DATE NOT NULL,

    CONSTRAINT "SchoolYear_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SchoolBreak" (
    "id" SERIAL NOT NULL,
    "schoolYearId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "firstFreeDay" DATE NOT NULL,
    "lastFreeDay" DATE NOT NULL,

    CONSTRAINT "SchoolBreak_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Establishment" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Establishment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "departmentId" INTEGER NOT NULL,
    "additions" "ValidationMode" NOT NULL,
    "removals" "ValidationMode" NOT NULL,
    "addCutOff" JSONB NOT NULL,
    "removeCutOff" JSONB NOT NULL,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" SERIAL NOT NULL,
    "activityId" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "nounSingular" TEXT NOT NULL,
    "nounPlural" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "covers" "DayPart"[],
    "agentOnly" BOOLEAN NOT NULL DEFAULT false,
    "lateUnitOfId" INTEGER,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Group" (
    "id" SERIAL NOT NULL,
    "activityId" INTEGER NOT NULL,
    "establishmentId" INTEGER NOT NULL,
    "schoolYearId" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,

    CONSTRAINT "Group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupOpening" (
    "id" SERIAL NOT NULL,
    "groupId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "weekdays" INTEGER[],
    "dayKinds" "DayKind"[],
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,

    CONSTRAINT "GroupOpening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpeningException" (
    "id" SERIAL NOT NULL,
    "groupId" INTEGER NOT NULL,
    "unitId" INTEGER,
    "day" DATE NOT NULL,
    "open" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "OpeningException_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Inscription" (
    "id" SERIAL NOT NULL,
    "childId" INTEGER NOT NULL,
    "groupId" INTEGER NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,

    CONSTRAINT "Inscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reservation" (
    "inscriptionId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "state" "ReservationState" NOT NULL,
    "familyId" INTEGER NOT NULL,
    "late" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Reservation_pkey" PRIMARY KEY ("inscriptionId","day","unitId")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "familyId" INTEGER NOT NULL,
    "demarche" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceRequest" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "submissionId" UUID NOT NULL,
    "familyId" INTEGER NOT NULL,
    "childId" INTEGER NOT NULL,
    "inscriptionId" INTEGER NOT NULL,
    "activityId" INTEGER NOT NULL,
    "demarche" TEXT NOT NULL,
    "state" "ServiceRequestState" NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "additions" INTEGER NOT NULL,
    "removals" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ServiceRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestLine" (
    "requestId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "unitId" INTEGER NOT NULL,
    "change" "LineChange" NOT NULL,
    "state" "LineState" NOT NULL,

    CONSTRAINT "RequestLine_pkey" PRIMARY KEY ("requestId","day","unitId")
);

-- CreateTable
CREATE TABLE "RequestEvent" (
    "id" SERIAL NOT NULL,
    "requestId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" "RequestEventKind" NOT NULL,
    "actorName" TEXT,
    "accountId" UUID,
    "message" TEXT,

    CONSTRAINT "RequestEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestCounter" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "last" INTEGER NOT NULL,

    CONSTRAINT "RequestCounter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "accountId" UUID NOT NULL,
    "familyId" INTEGER NOT NULL,
    "schoolYearId" INTEGER NOT NULL,
    "demarche" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("accountId","familyId","schoolYearId","demarche")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "accountId" UUID NOT NULL,
    "key" UUID NOT NULL,
    "payloadHash" TEXT NOT NULL,
    "answer" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("accountId","key")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "accountId" UUID,
    "kind" TEXT NOT NULL,
    "familyId" INTEGER,
    "subject" TEXT,
    "data" JSONB NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxEmail" (
    "id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "replyTo" TEXT,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "state" "OutboxState" NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "providerId" TEXT,
    "lastError" TEXT,

    CONSTRAINT "OutboxEmail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Throttle" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "Throttle_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE INDEX "Account_userName_idx" ON "Account"("userName");

-- CreateIndex
CREATE INDEX "AgentScope_accountId_idx" ON "AgentScope"("accountId");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "AccountToken_accountId_idx" ON "AccountToken"("accountId");

-- CreateIndex
CREATE INDEX "Guardian_accountId_idx" ON "Guardian"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Guardian_familyId_accountId_key" ON "Guardian"("familyId", "accountId");

-- CreateIndex
CREATE INDEX "FamilyChild_childId_idx" ON "FamilyChild"("childId");

-- CreateIndex
CREATE UNIQUE INDEX "SchoolYear_name_key" ON "SchoolYear"("name");

-- CreateIndex
CREATE UNIQUE INDEX "SchoolBreak_schoolYearId_firstFreeDay_key" ON "SchoolBreak"("schoolYearId", "firstFreeDay");

-- CreateIndex
CREATE UNIQUE INDEX "Establishment_name_key" ON "Establishment"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Activity_code_key" ON "Activity"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_activityId_code_key" ON "Unit"("activityId", "code");

-- CreateIndex
CREATE INDEX "Group_schoolYearId_idx" ON "Group"("schoolYearId");

-- CreateIndex
CREATE UNIQUE INDEX "Group_activityId_establishmentId_schoolYearId_code_key" ON "Group"("activityId", "establishmentId", "schoolYearId", "code");

-- CreateIndex
CREATE INDEX "GroupOpening_groupId_idx" ON "GroupOpening"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "OpeningException_group_unit_day_key" ON "OpeningException"("groupId", "unitId", "day");

-- CreateIndex
CREATE INDEX "Inscription_childId_idx" ON "Inscription"("childId");

-- CreateIndex
CREATE INDEX "Inscription_groupId_idx" ON "Inscription"("groupId");

-- CreateIndex
CREATE INDEX "Reservation_day_unitId_idx" ON "Reservation"("day", "unitId");

-- CreateIndex
CREATE INDEX "Submission_familyId_idx" ON "Submission"("familyId");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceRequest_number_key" ON "ServiceRequest"("number");

-- CreateIndex
CREATE INDEX "ServiceRequest_familyId_number_idx" ON "ServiceRequest"("familyId", "number");

-- CreateIndex
CREATE INDEX "ServiceRequest_state_number_idx" ON "ServiceRequest"("state", "number");

-- CreateIndex
CREATE INDEX "ServiceRequest_inscriptionId_idx" ON "ServiceRequest"("inscriptionId");

-- CreateIndex
CREATE INDEX "ServiceRequest_submissionId_idx" ON "ServiceRequest"("submissionId");

-- CreateIndex
CREATE INDEX "RequestEvent_requestId_idx" ON "RequestEvent"("requestId");

-- CreateIndex
CREATE INDEX "AuditEvent_familyId_idx" ON "AuditEvent"("familyId");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE INDEX "OutboxEmail_state_nextAttemptAt_idx" ON "OutboxEmail"("state", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "OutboxEmail_createdAt_idx" ON "OutboxEmail"("createdAt");

-- AddForeignKey
ALTER TABLE "AgentScope" ADD CONSTRAINT "AgentScope_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgentScope" ADD CONSTRAINT "AgentScope_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgentScope" ADD CONSTRAINT "AgentScope_establishmentId_fkey" FOREIGN KEY ("establishmentId") REFERENCES "Establishment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountToken" ADD CONSTRAINT "AccountToken_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Guardian" ADD CONSTRAINT "Guardian_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Guardian" ADD CONSTRAINT "Guardian_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FamilyChild" ADD CONSTRAINT "FamilyChild_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FamilyChild" ADD CONSTRAINT "FamilyChild_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SchoolBreak" ADD CONSTRAINT "SchoolBreak_schoolYearId_fkey" FOREIGN KEY ("schoolYearId") REFERENCES "SchoolYear"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_lateUnitOfId_fkey" FOREIGN KEY ("lateUnitOfId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_establishmentId_fkey" FOREIGN KEY ("establishmentId") REFERENCES "Establishment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_schoolYearId_fkey" FOREIGN KEY ("schoolYearId") REFERENCES "SchoolYear"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupOpening" ADD CONSTRAINT "GroupOpening_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupOpening" ADD CONSTRAINT "GroupOpening_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpeningException" ADD CONSTRAINT "OpeningException_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpeningException" ADD CONSTRAINT "OpeningException_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Inscription" ADD CONSTRAINT "Inscription_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Inscription" ADD CONSTRAINT "Inscription_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reservation" ADD CONSTRAINT "Reservation_inscriptionId_fkey" FOREIGN KEY ("inscriptionId") REFERENCES "Inscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reservation" ADD CONSTRAINT "Reservation_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reservation" ADD CONSTRAINT "Reservation_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceRequest" ADD CONSTRAINT "ServiceRequest_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceRequest" ADD CONSTRAINT "ServiceRequest_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceRequest" ADD CONSTRAINT "ServiceRequest_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceRequest" ADD CONSTRAINT "ServiceRequest_inscriptionId_fkey" FOREIGN KEY ("inscriptionId") REFERENCES "Inscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceRequest" ADD CONSTRAINT "ServiceRequest_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestLine" ADD CONSTRAINT "RequestLine_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ServiceRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestLine" ADD CONSTRAINT "RequestLine_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestEvent" ADD CONSTRAINT "RequestEvent_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ServiceRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_schoolYearId_fkey" FOREIGN KEY ("schoolYearId") REFERENCES "SchoolYear"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here: what the Prisma schema cannot say. ------------------------------------------

-- Equality beside ranges in an exclusion constraint.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Addresses are compared as written.
ALTER TABLE "Account"
    ADD CONSTRAINT "Account_email_lower_check" CHECK ("email" = lower("email"));

-- Periods do not end before they start.
ALTER TABLE "SchoolYear"
    ADD CONSTRAINT "SchoolYear_period_check" CHECK ("firstSchoolDay" <= "lastSchoolDay");
ALTER TABLE "SchoolBreak"
    ADD CONSTRAINT "SchoolBreak_period_check" CHECK ("firstFreeDay" <= "lastFreeDay");
ALTER TABLE "Group"
    ADD CONSTRAINT "Group_period_check" CHECK ("firstDay" <= "lastDay");

-- A unit that families book takes some part of the day.
ALTER TABLE "Unit"
    ADD CONSTRAINT "Unit_covers_check" CHECK ("agentOnly" OR coalesce(cardinality("covers"), 0) > 0),
    ADD CONSTRAINT "Unit_late_unit_check" CHECK ("lateUnitOfId" <> "id");

-- ISO weekdays; an opening that opens nothing is a mistake.
ALTER TABLE "GroupOpening"
    ADD CONSTRAINT "GroupOpening_period_check" CHECK ("firstDay" <= "lastDay"),
    ADD CONSTRAINT "GroupOpening_weekdays_check" CHECK (
        coalesce(cardinality("weekdays"), 0) > 0 AND "weekdays" <@ ARRAY[1, 2, 3, 4, 5, 6, 7]
    ),
    ADD CONSTRAINT "GroupOpening_day_kinds_check" CHECK (coalesce(cardinality("dayKinds"), 0) > 0);

-- One exception for "every unit" (null) of a group and day, too. Same name: Prisma sees no drift.
DROP INDEX "OpeningException_group_unit_day_key";
CREATE UNIQUE INDEX "OpeningException_group_unit_day_key"
    ON "OpeningException" ("groupId", "unitId", "day") NULLS NOT DISTINCT;

-- Two inscriptions of one child in one group never overlap.
ALTER TABLE "Inscription"
    ADD CONSTRAINT "Inscription_period_check" CHECK ("firstDay" <= "lastDay"),
    ADD CONSTRAINT "Inscription_no_overlap" EXCLUDE USING gist (
        "childId" WITH =,
        "groupId" WITH =,
        daterange("firstDay", "lastDay", '[]') WITH &&
    );

ALTER TABLE "ServiceRequest"
    ADD CONSTRAINT "ServiceRequest_period_check" CHECK ("firstDay" <= "lastDay"),
    ADD CONSTRAINT "ServiceRequest_number_check" CHECK ("number" > 0),
    ADD CONSTRAINT "ServiceRequest_changes_check" CHECK (
        "additions" >= 0 AND "removals" >= 0 AND "additions" + "removals" > 0
    );

-- The lines are written before their request, whose number is taken last, under the only global
-- lock: the key is checked at the commit.
ALTER TABLE "RequestLine"
    ALTER CONSTRAINT "RequestLine_requestId_fkey" DEFERRABLE INITIALLY DEFERRED;

-- One row, always there.
ALTER TABLE "RequestCounter"
    ADD CONSTRAINT "RequestCounter_one_row_check" CHECK ("id" = 1),
    ADD CONSTRAINT "RequestCounter_last_check" CHECK ("last" >= 0);
INSERT INTO "RequestCounter" ("id", "last") VALUES (1, 0);

ALTER TABLE "Draft"
    ADD CONSTRAINT "Draft_revision_check" CHECK ("revision" >= 1);
ALTER TABLE "OutboxEmail"
    ADD CONSTRAINT "OutboxEmail_attempts_check" CHECK ("attempts" >= 0);

-- The journal only grows.
CREATE FUNCTION refuse_change_of_journal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'AuditEvent is append-only: % refused', TG_OP;
END;
$$;
CREATE TRIGGER "AuditEvent_append_only"
    BEFORE UPDATE OR DELETE ON "AuditEvent"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_journal();
