-- An establishment that closes is archived: its groups, inscriptions and reservations stay.
ALTER TABLE "Establishment" ADD COLUMN "archivedSince" DATE;

-- What only agents use says so: a late unit, a PAI unit and what is charged once are offered to no family.
ALTER TABLE "Unit"
    ADD CONSTRAINT "Unit_what_families_book_check" CHECK (
        "agentOnly" OR ("lateUnitOfId" IS NULL AND "paiUnitOfId" IS NULL AND NOT "chargedOnce")
    );
