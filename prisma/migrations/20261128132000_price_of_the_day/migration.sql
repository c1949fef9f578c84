-- What a price follows: the tariff and the quotient of the day until it is billed, or what was announced.
CREATE TYPE "PriceFollowing" AS ENUM ('priceOfDay', 'announcedPrice');

CREATE TABLE "PriceSetting" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "following" "PriceFollowing" NOT NULL,

    CONSTRAINT "PriceSetting_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "PriceSetting_one_row_check" CHECK ("id" = 1)
);

-- What the service gives away stays given away, whatever the tariff says later.
ALTER TABLE "Reservation" ADD COLUMN "offered" BOOLEAN NOT NULL DEFAULT false;
UPDATE "Reservation" r SET "offered" = true FROM "Price" p
WHERE p."id" = r."priceId" AND p."lines"->-1->>'label' = 'Offert par le service';

-- A price that is replaced is taken back, and the new one says what brought it.
ALTER TYPE "LedgerCause" ADD VALUE 'newTariff' AFTER 'feeDue';
ALTER TYPE "LedgerCause" ADD VALUE 'newQuotient' AFTER 'newTariff';
ALTER TYPE "LedgerCause" ADD VALUE 'newCategory' AFTER 'newQuotient';
ALTER TYPE "LedgerCause" ADD VALUE 'priceReplaced';

-- As text: a value of an enum is not used in the transaction that adds it.
ALTER TABLE "LedgerEntry" DROP CONSTRAINT "LedgerEntry_reverses_check";
ALTER TABLE "LedgerEntry"
    ADD CONSTRAINT "LedgerEntry_reverses_check"
        CHECK (("cause"::text IN ('booked', 'priced', 'reopened', 'feeDue', 'newTariff', 'newQuotient', 'newCategory')) = ("reversesId" IS NULL));
