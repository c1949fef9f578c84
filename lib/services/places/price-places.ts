import "server-only";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import type { Day, Instant } from "@/lib/domain/day";
import { Prisma } from "@/lib/generated/prisma/client";
import { keptPricesSql, type KeptPrices } from "./kept-price";

/** A price for the days from `from`, up to but without `to`, that are held without one. */
export interface PricedSpan {
  readonly familyId: number;
  readonly inscriptionId: number;
  readonly unitId: number;
  readonly late: boolean;
  readonly from: Day;
  readonly to: Day;
  readonly priceId: string;
}

/** A fee that is due since a day, and has a price from now on. */
export interface PricedFee {
  readonly familyId: number;
  readonly childId: number;
  readonly inscriptionId: number;
  readonly unitId: number;
  readonly day: Day;
  readonly priceId: string;
}

export interface PricedPlaces {
  readonly at: Instant;
  readonly kept: KeptPrices;
  readonly spans: readonly PricedSpan[];
  readonly fees: readonly PricedFee[];
}

/** The part of a statement that reads spans, as `span`. */
export const spansSql = (spans: readonly PricedSpan[]) => Prisma.sql`
  span AS MATERIALIZED (
    SELECT * FROM json_to_recordset(${JSON.stringify(spans)}::json) AS s("familyId" int,
      "inscriptionId" int, "unitId" int, late bool, "from" date, "to" date, "priceId" uuid)
  )`;

/**
 * Gives a price to places that have none and enters it in the ledger, with their fees: one statement,
 * whatever the number of families. Returns how many places were priced.
 */
export async function pricePlaces(
  tx: Tx,
  { at, kept, spans, fees }: PricedPlaces,
): Promise<number> {
  const [row] = await readRows<{ priced: number }>(tx, "pricePlaces")`
    WITH ${spansSql(spans)}, ${keptPricesSql(kept)}, fee AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(fees)}::json) AS f("inscriptionId" int,
        "unitId" int, "familyId" int, "childId" int, day date, "priceId" uuid)
    ), charged AS (
      INSERT INTO "InscriptionFee" ("inscriptionId", "unitId", "familyId", "priceId")
      SELECT "inscriptionId", "unitId", "familyId", "priceId" FROM fee
    ), priced AS (
      UPDATE "Reservation" r SET "priceId" = s."priceId" FROM span s
      WHERE r."priceId" IS NULL AND r."inscriptionId" = s."inscriptionId" AND r."unitId" = s."unitId"
        AND r."familyId" = s."familyId" AND r.late = s.late AND r.day >= s."from" AND r.day < s."to"
      RETURNING r."familyId", r."inscriptionId", r."unitId", r.day, s."priceId"
    ), posted AS (
      INSERT INTO "LedgerEntry" (at, "familyId", "childId", "inscriptionId", "unitId", day, amount,
        "priceId", cause)
      SELECT ${at}::timestamptz, n."familyId", i."childId", n."inscriptionId", n."unitId", n.day,
        price.amount, n."priceId", n.cause::"LedgerCause"
      FROM (
        SELECT *, 'priced' AS cause FROM priced
        UNION ALL
        SELECT "familyId", "inscriptionId", "unitId", day, "priceId", 'feeDue' FROM fee
      ) n
      JOIN price ON price.id = n."priceId"
      JOIN "Inscription" i ON i.id = n."inscriptionId"
    )
    SELECT count(*)::int AS priced FROM priced`;
  return row?.priced ?? 0;
}
