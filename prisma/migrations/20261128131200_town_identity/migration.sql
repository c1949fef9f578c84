-- What the town is called and how it is reached, set by screens: without a row, what town/town.ts says.
CREATE TABLE "TownIdentity" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "ofName" TEXT NOT NULL,
    "portalName" TEXT NOT NULL,
    "siteUrl" TEXT NOT NULL,
    "siteLabel" TEXT NOT NULL,
    "departmentName" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "address" TEXT[],
    "openingHours" JSONB NOT NULL,

    CONSTRAINT "TownIdentity_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "TownIdentity_one_row_check" CHECK ("id" = 1)
);
