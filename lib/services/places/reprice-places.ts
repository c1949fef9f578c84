import "server-only";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import type { Instant } from "@/lib/domain/day";
import type { RepricingCause } from "@/lib/domain/ledger";
import { keptPricesSql, type KeptPrices } from "./kept-price";
import { standsInLedger } from "./ledger";
import { spansSql, type PricedFee, type PricedSpan } from "./price-places";

export interface RepricedPlaces {
  readonly at: Instant;
  readonly cause: RepricingCause;
  readonly kept: KeptPrices;
  /** What the days held cost from now on. */
  readonly spans: readonly PricedSpan[];
  /** What the fees that are due cost from now on. */
  readonly fees: readonly Omit<PricedFee, "childId" | "day">[];
}

/** What a child's places, and fees, of an activity cost together before and after. In cents. */
export interface RepricedSum {
  readonly familyId: number;
  readonly childId: number;
  readonly activityId: number;
  /** How many places; a fee counts as none. */
  readonly places: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Gives places and fees that have a price the one that they are to have: where the amount is another one,
 * the entry that stands is taken back and a new one made. What is given away stays so, and what costs the
 * same is left alone. One statement, whatever the number of families and of days.
 */
export async function repricePlaces(
  tx: Tx,
  { at, cause, kept, spans, fees }: RepricedPlaces,
): Promise<RepricedSum[]> {
  return readRows<RepricedSum>(tx, "repricePlaces")`
    WITH ${spansSql(spans)}, ${keptPricesSql(kept)}, fee AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(fees)}::json) AS f("inscriptionId" int,
        "unitId" int, "familyId" int, "priceId" uuid)
    ), moved AS (
      UPDATE "Reservation" r SET "priceId" = n.id
      FROM span s JOIN price n ON n.id = s."priceId", "Price" p
      WHERE p.id = r."priceId" AND p.amount <> n.amount AND NOT r.offered
        AND r."inscriptionId" = s."inscriptionId" AND r."unitId" = s."unitId"
        AND r."familyId" = s."familyId" AND r.late = s.late AND r.day >= s."from" AND r.day < s."to"
      RETURNING r."familyId", r."inscriptionId", r."unitId", r.day, n.id AS "priceId", n.amount
    ), "movedFee" AS (
      UPDATE "InscriptionFee" f SET "priceId" = n.id
      FROM fee s JOIN price n ON n.id = s."priceId", "Price" p
      WHERE p.id = f."priceId" AND p.amount <> n.amount AND f."familyId" = s."familyId"
        AND f."inscriptionId" = s."inscriptionId" AND f."unitId" = s."unitId"
      RETURNING f."familyId", f."inscriptionId", f."unitId", n.id AS "priceId", n.amount
    ), replaced AS MATERIALIZED (
      SELECT e.*, m."priceId" AS "newPriceId", m.amount AS "newAmount", 1 AS places
      FROM moved m JOIN "LedgerEntry" e ON e."familyId" = m."familyId" AND e.day = m.day
        AND e."inscriptionId" = m."inscriptionId" AND e."unitId" = m."unitId"
      WHERE ${standsInLedger}
      UNION ALL
      SELECT e.*, m."priceId", m.amount, 0
      FROM "movedFee" m JOIN "LedgerEntry" e ON e."familyId" = m."familyId"
        AND e."inscriptionId" = m."inscriptionId" AND e."unitId" = m."unitId"
      WHERE ${standsInLedger}
    ), posted AS (
      INSERT INTO "LedgerEntry" (at, "familyId", "childId", "inscriptionId", "unitId", day, amount,
        "priceId", cause, "reversesId")
      SELECT ${at}::timestamptz, "familyId", "childId", "inscriptionId", "unitId", day, -amount,
        "priceId", 'priceReplaced'::"LedgerCause", id FROM replaced
      UNION ALL
      SELECT ${at}::timestamptz, "familyId", "childId", "inscriptionId", "unitId", day, "newAmount",
        "newPriceId", ${cause}::"LedgerCause", NULL FROM replaced
    )
    SELECT r."familyId", r."childId", u."activityId", sum(r.places)::int AS places,
      sum(r.amount)::int AS before, sum(r."newAmount")::int AS after
    FROM replaced r JOIN "Unit" u ON u.id = r."unitId" JOIN "Activity" a ON a.id = u."activityId"
    GROUP BY r."familyId", r."childId", u."activityId", a.position
    ORDER BY r."familyId", r."childId", a.position, u."activityId"`;
}
