-- At most so many children at each moment that a unit of a group covers. No row: not limited.

-- CreateTable
CREATE TABLE "UnitCapacity" (
    "groupId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "seats" INTEGER NOT NULL,

    CONSTRAINT "UnitCapacity_pkey" PRIMARY KEY ("groupId","unitId")
);

-- CreateTable
CREATE TABLE "CapacityException" (
    "id" SERIAL NOT NULL,
    "groupId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "seats" INTEGER NOT NULL,

    CONSTRAINT "CapacityException_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CapacityException_groupId_idx" ON "CapacityException"("groupId");

-- AddForeignKey
ALTER TABLE "UnitCapacity" ADD CONSTRAINT "UnitCapacity_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitCapacity" ADD CONSTRAINT "UnitCapacity_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapacityException" ADD CONSTRAINT "CapacityException_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapacityException" ADD CONSTRAINT "CapacityException_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "UnitCapacity"
    ADD CONSTRAINT "UnitCapacity_seats_check" CHECK ("seats" >= 0);
ALTER TABLE "CapacityException"
    ADD CONSTRAINT "CapacityException_seats_check" CHECK ("seats" >= 0),
    ADD CONSTRAINT "CapacityException_days_check" CHECK ("firstDay" <= "lastDay"),
    ADD CONSTRAINT "CapacityException_no_overlap" EXCLUDE USING gist (
        "groupId" WITH =, "unitId" WITH =, daterange("firstDay", "lastDay", '[]') WITH &&
    );
