-- CreateEnum
CREATE TYPE "LedgerCause" AS ENUM ('booked', 'priced', 'feeDue', 'cancelled', 'withdrawn', 'additionRefused', 'removalAccepted', 'feeEnded');

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "familyId" INTEGER NOT NULL,
    "childId" INTEGER NOT NULL,
    "inscriptionId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "amount" INTEGER NOT NULL,
    "priceId" UUID NOT NULL,
    "cause" "LedgerCause" NOT NULL,
    "requestId" UUID,
    "reversesId" INTEGER,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- What is held today, as if the ledger had always been kept: on the date of the request that asked for
-- the day or, where the price came later, on the date of the tariff that gave it. No clock is read.
CREATE TEMPORARY TABLE "asked" AS
SELECT DISTINCT ON (q."inscriptionId", l."day", l."unitId", q."familyId")
    q."inscriptionId", l."day", l."unitId", q."familyId", q."id" AS "requestId", q."createdAt"
FROM "RequestLine" l JOIN "ServiceRequest" q ON q."id" = l."requestId"
WHERE l."change" = 'add' AND l."state" IN ('pending', 'accepted') AND q."inscriptionId" IS NOT NULL
ORDER BY q."inscriptionId", l."day", l."unitId", q."familyId", q."number" DESC;

INSERT INTO "LedgerEntry" ("at", "familyId", "childId", "inscriptionId", "unitId", "day", "amount", "priceId", "cause", "requestId")
SELECT greatest(a."createdAt", coalesce(v."publishedAt", v."createdAt")), r."familyId", i."childId", r."inscriptionId",
    r."unitId", r."day", p."amount", r."priceId",
    CASE WHEN a."createdAt" >= coalesce(v."publishedAt", v."createdAt") THEN 'booked' ELSE 'priced' END::"LedgerCause",
    a."requestId"
FROM "Reservation" r
JOIN "Inscription" i ON i."id" = r."inscriptionId"
JOIN "Price" p ON p."id" = r."priceId"
JOIN "TariffVersion" v ON v."id" = p."versionId"
LEFT JOIN "asked" a ON a."inscriptionId" = r."inscriptionId" AND a."day" = r."day" AND a."unitId" = r."unitId"
    AND a."familyId" = r."familyId"
ORDER BY 1, r."familyId", r."inscriptionId", r."day", r."unitId";

-- A fee is due since the first of its family's days was held.
INSERT INTO "LedgerEntry" ("at", "familyId", "childId", "inscriptionId", "unitId", "day", "amount", "priceId", "cause", "requestId")
SELECT greatest(a."createdAt", coalesce(v."publishedAt", v."createdAt")), f."familyId", i."childId", f."inscriptionId",
    f."unitId", first."day", p."amount", f."priceId", 'feeDue', a."requestId"
FROM "InscriptionFee" f
JOIN "Inscription" i ON i."id" = f."inscriptionId"
JOIN "Price" p ON p."id" = f."priceId"
JOIN "TariffVersion" v ON v."id" = p."versionId"
JOIN LATERAL (
    SELECT r."day", r."unitId" FROM "Reservation" r
    WHERE r."inscriptionId" = f."inscriptionId" AND r."familyId" = f."familyId"
    ORDER BY r."day", r."unitId" LIMIT 1
) first ON TRUE
LEFT JOIN "asked" a ON a."inscriptionId" = f."inscriptionId" AND a."day" = first."day" AND a."unitId" = first."unitId"
    AND a."familyId" = f."familyId";

DROP TABLE "asked";

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_reversesId_key" ON "LedgerEntry"("reversesId");

-- CreateIndex
CREATE INDEX "LedgerEntry_familyId_day_idx" ON "LedgerEntry"("familyId", "day");

-- What Prisma cannot say.

-- What is taken back has a cause that takes back, and only that.
ALTER TABLE "LedgerEntry"
    ADD CONSTRAINT "LedgerEntry_reverses_check"
        CHECK (("cause" IN ('booked', 'priced', 'feeDue')) = ("reversesId" IS NULL));

-- Nobody rewrites what was due: the database says no, whoever asks.
CREATE FUNCTION refuse_change_of_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'LedgerEntry is append-only: % refused', TG_OP;
END;
$$;
CREATE TRIGGER "LedgerEntry_append_only"
    BEFORE UPDATE OR DELETE ON "LedgerEntry"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_ledger();

-- What an entry names is there, its amount is that of its price, and what it takes back is what it says:
-- looked at once a statement. Six foreign keys would look for each of the hundreds of days of a sending,
-- and could not compare amounts. A request is filed after its lines, which are bound to it at the commit.
-- By index only: the plan is kept, and the next statement may be a thousand times smaller or larger.
CREATE FUNCTION check_ledger_entries() RETURNS trigger LANGUAGE plpgsql
    SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added a
        LEFT JOIN "Family" f ON f."id" = a."familyId"
        LEFT JOIN "Inscription" i ON i."id" = a."inscriptionId" AND i."childId" = a."childId"
        LEFT JOIN "Unit" u ON u."id" = a."unitId"
        LEFT JOIN "Price" p ON p."id" = a."priceId"
            AND p."amount" = CASE WHEN a."reversesId" IS NULL THEN a."amount" ELSE -a."amount" END
        LEFT JOIN "LedgerEntry" e ON e."id" = a."reversesId" AND e."reversesId" IS NULL
            AND e."familyId" = a."familyId" AND e."inscriptionId" = a."inscriptionId"
            AND e."unitId" = a."unitId" AND e."day" = a."day" AND e."priceId" = a."priceId"
        WHERE f."id" IS NULL OR i."id" IS NULL OR u."id" IS NULL OR p."id" IS NULL
            OR (e."id" IS NULL) <> (a."reversesId" IS NULL)
    ) OR EXISTS (
        SELECT FROM (SELECT DISTINCT "requestId" FROM added WHERE "requestId" IS NOT NULL) a
        WHERE NOT EXISTS (SELECT FROM "RequestLine" l WHERE l."requestId" = a."requestId")
    ) THEN
        RAISE EXCEPTION 'LedgerEntry_check: an entry names what is not there';
    END IF;
    RETURN NULL;
END;
$$;
CREATE TRIGGER "LedgerEntry_check"
    AFTER INSERT ON "LedgerEntry" REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION check_ledger_entries();

-- The other half of those keys: nothing that an entry names is deleted.
CREATE FUNCTION refuse_loss_to_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    named boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT FROM "LedgerEntry" WHERE %I = $1)', TG_ARGV[0]) INTO named USING OLD."id";
    IF named THEN
        RAISE EXCEPTION 'LedgerEntry names this row of %', TG_TABLE_NAME;
    END IF;
    RETURN OLD;
END;
$$;
CREATE TRIGGER "Family_in_ledger" BEFORE DELETE ON "Family"
    FOR EACH ROW EXECUTE FUNCTION refuse_loss_to_ledger('familyId');
CREATE TRIGGER "Inscription_in_ledger" BEFORE DELETE ON "Inscription"
    FOR EACH ROW EXECUTE FUNCTION refuse_loss_to_ledger('inscriptionId');
CREATE TRIGGER "Unit_in_ledger" BEFORE DELETE ON "Unit"
    FOR EACH ROW EXECUTE FUNCTION refuse_loss_to_ledger('unitId');
CREATE TRIGGER "Price_in_ledger" BEFORE DELETE ON "Price"
    FOR EACH ROW EXECUTE FUNCTION refuse_loss_to_ledger('priceId');
CREATE TRIGGER "ServiceRequest_in_ledger" BEFORE DELETE ON "ServiceRequest"
    FOR EACH ROW EXECUTE FUNCTION refuse_loss_to_ledger('requestId');
