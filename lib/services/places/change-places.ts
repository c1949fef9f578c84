import "server-only";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import type { ReservationState } from "@/lib/domain/booking/context";
import type { Day, Instant } from "@/lib/domain/day";
import type { LedgerCause } from "@/lib/domain/ledger";
import { Prisma } from "@/lib/generated/prisma/client";
import { keptPricesSql, type KeptPrices } from "./kept-price";
import { feesStanding, standsInLedger } from "./ledger";

/** One cell of a family's calendar that goes from one state to another. */
export interface PlaceChange {
  readonly inscriptionId: number;
  readonly unitId: number;
  readonly day: Day;
  readonly from: ReservationState | "free";
  readonly to: ReservationState | "free";
  /** Of a place that is taken: the price that it keeps, one of `kept`; null where it has none. */
  readonly priceId: string | null;
  /** Of a place that is taken: asked past its cut-off. */
  readonly late: boolean;
  /** Of a place that is taken: the service gives it away, for good. */
  readonly offered: boolean;
  /** Why the ledger moves, where it does. */
  readonly cause: LedgerCause;
  /** The request that changes it. */
  readonly requestId: string;
}

/** A fee charged once that gets its price with these changes. */
export interface NewFee {
  readonly inscriptionId: number;
  readonly unitId: number;
  readonly priceId: string;
}

/** What goes along in the same statement, reading `change`: its other columns, and what is done. */
interface Besides<R extends PlaceChange> {
  readonly rows: readonly R[];
  /** The columns that `rows` have beside those of a change: `, amount int`. */
  readonly columns: Prisma.Sql;
  readonly statements: Prisma.Sql;
}

export interface PlaceChanges<R extends PlaceChange> {
  readonly familyId: number;
  readonly at: Instant;
  readonly kept: KeptPrices;
  readonly fees: readonly NewFee[];
  readonly along: Besides<R>;
}

/**
 * Changes places of one family, keeps their prices and enters both in the ledger, with what goes along:
 * one statement, whatever the number of days. The caller holds the inscriptions' locks,
 * where it takes places those of limited groups (lock-limited.ts), and has planned
 * from the rows read under them: a change that does not meet the state it starts from is a fault.
 */
export async function changePlaces<R extends PlaceChange>(
  tx: Tx,
  { familyId, at, kept, fees, along }: PlaceChanges<R>,
): Promise<void> {
  const { rows, columns, statements } = along;
  // One text, read by PostgreSQL: arrays of a thousand parameters cost the client more than this.
  const written = await readRows<{ touched: number }>(tx, "changePlaces")`
    WITH change AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS c("inscriptionId" int,
        "unitId" int, day date, "from" text, "to" text, "priceId" uuid, late bool, offered bool, cause text,
        "requestId" uuid${columns})
    ), ${keptPricesSql(kept)}, fee AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(fees)}::json) AS f("inscriptionId" int,
        "unitId" int, "priceId" uuid)
    ), charged AS (
      INSERT INTO "InscriptionFee" ("inscriptionId", "unitId", "familyId", "priceId")
      SELECT "inscriptionId", "unitId", ${familyId}, "priceId" FROM fee
    ), freed AS (
      DELETE FROM "Reservation" r USING change c
      WHERE c."to" = 'free' AND r."inscriptionId" = c."inscriptionId" AND r.day = c.day
        AND r."unitId" = c."unitId" AND r."familyId" = ${familyId}
        AND r.state = c."from"::"ReservationState"
      RETURNING r."inscriptionId", r.day, r."unitId", c.cause, c."requestId"
    ), turned AS (
      UPDATE "Reservation" r SET state = c."to"::"ReservationState" FROM change c
      WHERE c."to" IN ('reserved', 'pending', 'removalPending')
        AND r."inscriptionId" = c."inscriptionId" AND r.day = c.day AND r."unitId" = c."unitId" AND r."familyId" = ${familyId}
        AND r.state::text = c."from"
      RETURNING 1
    ), taken AS (
      INSERT INTO "Reservation" ("inscriptionId", "unitId", day, state, "familyId", "priceId", late, offered)
      SELECT "inscriptionId", "unitId", day, "to"::"ReservationState", ${familyId}, "priceId", late,
        offered
      FROM change WHERE "from" = 'free'
      RETURNING 1
    ), posted AS (
      INSERT INTO "LedgerEntry" (at, "familyId", "childId", "inscriptionId", "unitId", day, amount,
        "priceId", cause, "requestId", "reversesId")
      SELECT ${at}::timestamptz, ${familyId}, i."childId", n."inscriptionId", n."unitId", n.day,
        n.amount, n."priceId", n.cause::"LedgerCause", n."requestId", n."reversesId"
      FROM (${placeEntries(familyId)} UNION ALL (${feeEntries(familyId)})) n
      JOIN "Inscription" i ON i.id = n."inscriptionId"
    ), ${statements}
    SELECT ((SELECT count(*) FROM freed) + (SELECT count(*) FROM turned)
      + (SELECT count(*) FROM taken))::int AS touched`;
  const touched = written[0]?.touched;
  // A change always meets its place: else someone would read "accepted" without one.
  if (touched !== rows.length) throw new Error(`${rows.length} changes, ${touched} places`);
}

/** What is taken is entered at its price; what is freed takes back the entry that stands for it. */
const placeEntries = (familyId: number) => Prisma.sql`
  SELECT c."inscriptionId", c."unitId", c.day, price.amount, c."priceId", c.cause, c."requestId",
    NULL::int AS "reversesId"
  FROM change c JOIN price ON price.id = c."priceId" WHERE c."from" = 'free'
  UNION ALL
  SELECT e."inscriptionId", e."unitId", e.day, -e.amount, e."priceId", f.cause, f."requestId", e.id
  FROM freed f JOIN "LedgerEntry" e ON e."familyId" = ${familyId} AND e.day = f.day
    AND e."inscriptionId" = f."inscriptionId" AND e."unitId" = f."unitId" AND ${standsInLedger}`;

/**
 * A fee that has a price is due as long as its inscription holds a day, on the first one that it held
 * when it became due; once a child, activity and year, so not where another home, or another inscription,
 * pays it. The table is read as it was before this statement: what goes is left out, what comes is added.
 */
const feeEntries = (familyId: number) => Prisma.sql`
  SELECT DISTINCT ON (e.id, i."childId", f."unitId", g."schoolYearId")
    f."inscriptionId", f."unitId", coalesce(e.day, first.day),
    CASE WHEN e.id IS NULL THEN f.amount ELSE -e.amount END, coalesce(e."priceId", f."priceId"),
    CASE WHEN e.id IS NULL THEN 'feeDue' ELSE 'feeEnded' END, first."requestId", e.id
  FROM (
    SELECT k."inscriptionId", k."unitId", k."priceId", p.amount
    FROM "InscriptionFee" k JOIN "Price" p ON p.id = k."priceId"
    WHERE k."familyId" = ${familyId} AND k."inscriptionId" IN (SELECT "inscriptionId" FROM change)
    UNION ALL
    SELECT fee."inscriptionId", fee."unitId", fee."priceId", price.amount
    FROM fee JOIN price ON price.id = fee."priceId"
  ) f
  JOIN "Inscription" i ON i.id = f."inscriptionId" JOIN "Group" g ON g.id = i."groupId"
  LEFT JOIN "LedgerEntry" e ON e."familyId" = ${familyId} AND e."inscriptionId" = f."inscriptionId"
    AND e."unitId" = f."unitId" AND ${standsInLedger}
  CROSS JOIN LATERAL (
    SELECT min(held.day) AS day,
      (SELECT c."requestId" FROM change c WHERE c."inscriptionId" = f."inscriptionId" LIMIT 1) AS "requestId"
    FROM (
      SELECT r.day FROM "Reservation" r
      WHERE r."inscriptionId" = f."inscriptionId" AND r."familyId" = ${familyId}
        AND NOT EXISTS (SELECT FROM freed WHERE freed."inscriptionId" = r."inscriptionId"
          AND freed.day = r.day AND freed."unitId" = r."unitId")
      UNION ALL
      SELECT c.day FROM change c WHERE c."from" = 'free' AND c."inscriptionId" = f."inscriptionId"
    ) held
  ) first
  WHERE (e.id IS NULL) = (first.day IS NOT NULL) AND (e.id IS NOT NULL OR NOT EXISTS (
    SELECT FROM (${feesStanding(Prisma.sql`i."childId"`, Prisma.sql`g."schoolYearId"`)}) o
    WHERE o."unitId" = f."unitId"))
  ORDER BY e.id, i."childId", f."unitId", g."schoolYearId", f."inscriptionId"`;
