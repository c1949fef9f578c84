import "server-only";
import type { Tx } from "@/lib/commit";
import { type Reader, readRows } from "@/lib/db/rows";
import type { ReservationState } from "@/lib/domain/booking/context";
import type { EndingFee } from "@/lib/domain/closure-figures";
import type { Day, Instant } from "@/lib/domain/day";
import type { LedgerCause } from "@/lib/domain/ledger";
import { Prisma } from "@/lib/generated/prisma/client";
import { standsInLedger } from "./ledger";

/** A place of any family, as it was read under its inscription's lock. */
export interface PlaceToClose {
  readonly inscriptionId: number;
  readonly unitId: number;
  readonly day: Day;
  readonly familyId: number;
  readonly state: ReservationState;
}

export interface PlacesToClose {
  readonly at: Instant;
  readonly cause: Extract<LedgerCause, "closed" | "inscriptionEnded">;
  readonly places: readonly PlaceToClose[];
  /** What goes along in the same statement, reading `freed`: the rows as they were. */
  readonly statements: Prisma.Sql;
}

/**
 * Takes places back from any number of families because their day closes or their inscription ends, and takes their entries and the
 * fees that end with them out of the ledger: one statement, whatever the number of families. The caller
 * holds the inscriptions' locks: a place that is not as it was read is a fault.
 */
export async function closePlaces(
  tx: Tx,
  { at, cause, places, statements }: PlacesToClose,
): Promise<void> {
  const rows = places.map(({ inscriptionId, unitId, day, familyId, state }) => ({
    inscriptionId,
    unitId,
    day,
    familyId,
    state,
  }));
  const [row] = await readRows<{ touched: number }>(tx, "closePlaces")`
    WITH closing AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS c("inscriptionId" int,
        "unitId" int, day date, "familyId" int, state text)
    ), freed AS (
      DELETE FROM "Reservation" r USING closing c
      WHERE r."inscriptionId" = c."inscriptionId" AND r.day = c.day AND r."unitId" = c."unitId"
        AND r."familyId" = c."familyId" AND r.state::text = c.state
      RETURNING r."inscriptionId", r."unitId", r.day, r.state, r."familyId", r.late, r.offered, r."priceId"
    ), ended AS (
      ${endedBy(Prisma.sql`freed`)}
    ), posted AS (
      INSERT INTO "LedgerEntry" (at, "familyId", "childId", "inscriptionId", "unitId", day, amount,
        "priceId", cause, "reversesId")
      SELECT ${at}::timestamptz, e."familyId", e."childId", e."inscriptionId", e."unitId", e.day,
        -e.amount, e."priceId", n.cause::"LedgerCause", e.id
      FROM (
        SELECT e.id, ${cause} AS cause FROM freed f JOIN "LedgerEntry" e ON e."familyId" = f."familyId"
          AND e.day = f.day AND e."inscriptionId" = f."inscriptionId" AND e."unitId" = f."unitId"
          AND ${standsInLedger}
        UNION ALL
        SELECT "entryId", 'feeEnded' FROM ended
      ) n JOIN "LedgerEntry" e ON e.id = n.id
    ), ${statements}
    SELECT count(*)::int AS touched FROM freed`;
  const touched = row?.touched;
  if (touched !== places.length) throw new Error(`${places.length} places, ${touched} closed`);
}

/** The fees that end with the fees' last places, as an agent reads them before. One statement. */
export async function readEndingFees(
  tx: Reader,
  places: readonly PlaceToClose[],
): Promise<EndingFee[]> {
  const keys = places.map(({ inscriptionId, familyId }) => ({ inscriptionId, familyId }));
  return readRows<EndingFee>(tx, "readEndingFees")`
    WITH closing AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(keys)}::json) AS c("inscriptionId" int,
        "familyId" int)
    ), ended AS (
      ${endedBy(Prisma.sql`closing`)}
    )
    SELECT "familyId", amount FROM ended ORDER BY "entryId"`;
}

/** The entries of fees whose inscription holds no more places of the family than these. */
const endedBy = (gone: Prisma.Sql) => Prisma.sql`
  SELECT e.id AS "entryId", e."familyId", e.amount
  FROM (SELECT "inscriptionId", "familyId", count(*) AS places FROM ${gone} GROUP BY 1, 2) t
  JOIN "InscriptionFee" k ON k."inscriptionId" = t."inscriptionId" AND k."familyId" = t."familyId"
  JOIN "LedgerEntry" e ON e."familyId" = k."familyId" AND e."inscriptionId" = k."inscriptionId"
    AND e."unitId" = k."unitId" AND ${standsInLedger}
  WHERE (SELECT count(*) FROM "Reservation" r WHERE r."inscriptionId" = t."inscriptionId"
    AND r."familyId" = t."familyId") = t.places`;
