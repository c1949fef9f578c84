-- Days that close although families had booked them: what was done is kept, so that it can be taken back.

-- AlterEnum
ALTER TYPE "ServiceRequestState" ADD VALUE 'dropped';
ALTER TYPE "LineState" ADD VALUE 'dropped';
ALTER TYPE "RequestEventKind" ADD VALUE 'dropped';
ALTER TYPE "RequestEventKind" ADD VALUE 'reopened';
ALTER TYPE "LedgerCause" ADD VALUE 'reopened' AFTER 'priced';
ALTER TYPE "LedgerCause" ADD VALUE 'closed' AFTER 'removalAccepted';

-- As text: a value that is new to its type cannot be used in the transaction that adds it.
ALTER TABLE "LedgerEntry"
    DROP CONSTRAINT "LedgerEntry_reverses_check",
    ADD CONSTRAINT "LedgerEntry_reverses_check"
        CHECK (("cause"::text IN ('booked', 'priced', 'reopened', 'feeDue')) = ("reversesId" IS NULL));

-- CreateEnum
CREATE TYPE "ClosureTarget" AS ENUM ('town', 'establishment', 'activity', 'group');

-- CreateTable
CREATE TABLE "Closure" (
    "id" SERIAL NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "target" "ClosureTarget" NOT NULL,
    "establishmentId" INTEGER,
    "activityId" INTEGER,
    "groupId" INTEGER,
    "everyUnit" BOOLEAN NOT NULL,
    "unitId" INTEGER,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,
    "declaredById" UUID NOT NULL,
    "children" INTEGER NOT NULL,
    "families" INTEGER NOT NULL,
    "places" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "lines" INTEGER NOT NULL,
    "emails" INTEGER NOT NULL,
    "reopenedAt" TIMESTAMPTZ(3),
    "reopenedById" UUID,
    "restored" INTEGER,
    "leftAsChanged" INTEGER,

    CONSTRAINT "Closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClosedPlace" (
    "closureId" INTEGER NOT NULL,
    "inscriptionId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "state" "ReservationState" NOT NULL,
    "familyId" INTEGER NOT NULL,
    "late" BOOLEAN NOT NULL,
    "offered" BOOLEAN NOT NULL,
    "priceId" UUID,

    CONSTRAINT "ClosedPlace_pkey" PRIMARY KEY ("closureId","inscriptionId","day","unitId")
);

-- CreateTable
CREATE TABLE "ClosedException" (
    "id" SERIAL NOT NULL,
    "closureId" INTEGER NOT NULL,
    "groupId" INTEGER NOT NULL,
    "everyUnit" BOOLEAN NOT NULL,
    "unitId" INTEGER,
    "day" DATE NOT NULL,
    "openedFor" TEXT,

    CONSTRAINT "ClosedException_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClosedLine" (
    "closureId" INTEGER NOT NULL,
    "requestId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "unitId" INTEGER NOT NULL,

    CONSTRAINT "ClosedLine_pkey" PRIMARY KEY ("closureId","requestId","day","unitId")
);

-- CreateIndex
CREATE INDEX "Closure_lastDay_idx" ON "Closure"("lastDay");

-- CreateIndex
CREATE INDEX "ClosedException_closureId_idx" ON "ClosedException"("closureId");

-- AddForeignKey
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_establishmentId_fkey" FOREIGN KEY ("establishmentId") REFERENCES "Establishment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_declaredById_fkey" FOREIGN KEY ("declaredById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_reopenedById_fkey" FOREIGN KEY ("reopenedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ClosedPlace" ADD CONSTRAINT "ClosedPlace_closureId_fkey" FOREIGN KEY ("closureId") REFERENCES "Closure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ClosedPlace" ADD CONSTRAINT "ClosedPlace_inscriptionId_fkey" FOREIGN KEY ("inscriptionId") REFERENCES "Inscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ClosedPlace" ADD CONSTRAINT "ClosedPlace_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ClosedPlace" ADD CONSTRAINT "ClosedPlace_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ClosedPlace" ADD CONSTRAINT "ClosedPlace_priceId_fkey" FOREIGN KEY ("priceId") REFERENCES "Price"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ClosedException" ADD CONSTRAINT "ClosedException_closureId_fkey" FOREIGN KEY ("closureId") REFERENCES "Closure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ClosedException" ADD CONSTRAINT "ClosedException_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ClosedException" ADD CONSTRAINT "ClosedException_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ClosedLine" ADD CONSTRAINT "ClosedLine_closureId_fkey" FOREIGN KEY ("closureId") REFERENCES "Closure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ClosedLine" ADD CONSTRAINT "ClosedLine_requestId_day_unitId_fkey" FOREIGN KEY ("requestId", "day", "unitId") REFERENCES "RequestLine"("requestId", "day", "unitId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.

ALTER TABLE "Closure"
    ADD CONSTRAINT "Closure_period_check" CHECK ("lastDay" BETWEEN "firstDay" AND "firstDay" + 30),
    -- What is missing never means every one: the target says which of the three is named.
    ADD CONSTRAINT "Closure_target_check" CHECK (
        ("target" = 'establishment') = ("establishmentId" IS NOT NULL)
        AND ("target" = 'activity') = ("activityId" IS NOT NULL)
        AND ("target" = 'group') = ("groupId" IS NOT NULL)
    ),
    ADD CONSTRAINT "Closure_unit_check" CHECK ("everyUnit" = ("unitId" IS NULL)),
    ADD CONSTRAINT "Closure_reopened_check" CHECK (
        num_nulls("reopenedAt", "reopenedById", "restored", "leftAsChanged") IN (0, 4)
    );
ALTER TABLE "ClosedException"
    ADD CONSTRAINT "ClosedException_unit_check" CHECK ("everyUnit" = ("unitId" IS NULL));
