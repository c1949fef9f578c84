import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import type { PlannedChange } from "@/lib/domain/booking/plan";
import { initialLineState } from "@/lib/domain/service-request";
import type { Cents } from "@/lib/domain/money";
import { costOfChange, type PlanCost } from "@/lib/domain/tariff/plan-cost";
import type { Price } from "@/lib/domain/tariff/price";
import { stepOn } from "@/lib/domain/tariff/price-steps";
import {
  lateAmountOf,
  priceOfCell,
  type FullPriceTable,
  type PriceTable,
} from "@/lib/domain/tariff/price-table";
import { KeptPrices } from "@/lib/services/tariffs/kept-price";
import type { PreparedRequest } from "./prepared-request";

/** The prices of a plan, as they are announced and as they are explained. */
export interface Pricing {
  readonly explained: FullPriceTable;
  readonly prices: PriceTable;
  readonly cost: PlanCost;
}

/**
 * Writes the reservations, the prices that they keep, the fees that become due and the lines of the
 * requests from one list of changes, in one statement. The caller holds the inscriptions' locks, and
 * has planned from the rows read under them.
 */
export async function writeChanges(
  tx: Tx,
  family: AuthorizedFamily,
  requests: readonly PreparedRequest[],
  pricing: Pricing,
): Promise<void> {
  const kept = new KeptPrices();
  const idOf = (price: Price | null) => price && kept.idOf(price);
  // One text, read by PostgreSQL: arrays of a thousand parameters cost the client more than this.
  const rows = requests.flatMap(({ id, inscription, changes, lateReason }) =>
    changes.map((planned) => ({
      requestId: id,
      inscriptionId: inscription.id,
      unitId: planned.cell.unitId,
      day: planned.cell.day,
      from: planned.from,
      to: planned.to,
      change: planned.change,
      state: initialLineState(planned),
      amount: announced(pricing.prices, planned, lateReason !== null),
      priceId: idOf(priceOfAddition(pricing.explained, planned, lateReason !== null)),
      late: lateReason !== null,
    })),
  );
  const fees = newFees(pricing, kept);
  await tx.$executeRaw`
    WITH change AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS c("requestId" uuid,
        "inscriptionId" int, "unitId" int, day date, "from" text, "to" text, change text, state text,
        amount int, "priceId" uuid, late bool)
    ), kept AS (
      INSERT INTO "Price" (id, "versionId", "categoryId", "unitId", amount, lines)
      SELECT * FROM json_to_recordset(${JSON.stringify(kept.rows())}::json) AS p(id uuid,
        "versionId" int, "categoryId" int, "unitId" int, amount int, lines jsonb)
      ON CONFLICT DO NOTHING
    ), fee AS (
      INSERT INTO "InscriptionFee" ("inscriptionId", "unitId", "familyId", "priceId")
      SELECT "inscriptionId", "unitId", ${family.familyId}, "priceId"
      FROM json_to_recordset(${JSON.stringify(fees)}::json) AS f("inscriptionId" int, "unitId" int,
        "priceId" uuid)
    ), freed AS (
      DELETE FROM "Reservation" r USING change c
      WHERE c."to" = 'free' AND r."inscriptionId" = c."inscriptionId" AND r.day = c.day AND r."unitId" = c."unitId"
    ), turned AS (
      UPDATE "Reservation" r SET state = c."to"::"ReservationState" FROM change c
      WHERE c."from" <> 'free' AND c."to" <> 'free'
        AND r."inscriptionId" = c."inscriptionId" AND r.day = c.day AND r."unitId" = c."unitId"
    ), taken AS (
      INSERT INTO "Reservation" ("inscriptionId", "unitId", day, state, "familyId", "priceId", late)
      SELECT "inscriptionId", "unitId", day, "to"::"ReservationState", ${family.familyId}, "priceId", late
      FROM change WHERE "from" = 'free'
    )
    INSERT INTO "RequestLine" ("requestId", day, "unitId", change, state, amount)
    SELECT "requestId", day, "unitId", change::"LineChange", state::"LineState", amount FROM change`;
}

function announced(prices: PriceTable, planned: PlannedChange, late: boolean): Cents | null {
  return late && planned.change === "add"
    ? lateAmountOf(prices, planned.cell)
    : costOfChange(prices, planned);
}

function priceOfAddition(
  explained: FullPriceTable,
  { cell, from }: PlannedChange,
  late: boolean,
): Price | null {
  const priced = from === "free" ? priceOfCell(explained, cell, late) : undefined;
  return priced?.ok ? priced.value : null;
}

function newFees({ explained, prices, cost }: Pricing, kept: KeptPrices) {
  return [...cost.byInscription.values()]
    .flatMap(({ fees }) => fees)
    .flatMap(({ inscriptionId, unitId, day }) => {
      const isThis = (fee: { inscriptionId: number; unitId: number }) =>
        fee.inscriptionId === inscriptionId && fee.unitId === unitId;
      if (prices.fees.find(isThis)?.kept !== null) return [];
      const step = stepOn(explained.fees.find(isThis)?.steps ?? [], day);
      return step?.usual.ok
        ? [{ inscriptionId, unitId, priceId: kept.idOf(step.usual.value) }]
        : [];
    });
}
