import "server-only";
import type { Tx } from "@/lib/commit";
import type { ReservationState } from "@/lib/domain/booking/context";

/** Places of one unit of an inscription on many days ("2026-01-05,2026-01-06"). */
export interface UnpricedPlaces {
  readonly familyId: number;
  readonly inscriptionId: number;
  readonly unitId: number;
  readonly state: ReservationState;
  readonly late: boolean;
  readonly days: string;
}

/**
 * Any number of places without a price, in one statement: what a town brings along (the demo's seed, a
 * test's world). Nothing is due of them until `priceUnpriced` gives them a price and enters it in the
 * ledger.
 */
export async function insertUnpricedPlaces(tx: Tx, rows: readonly UnpricedPlaces[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Reservation" ("inscriptionId", "unitId", day, state, "familyId", late)
    SELECT t."inscriptionId", t."unitId", d.day, t.state::"ReservationState", t."familyId", t.late
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS t("inscriptionId" int, "unitId" int,
      "familyId" int, state text, late bool, days text),
    unnest(string_to_array(t.days, ',')::date[]) AS d(day)`;
}
