import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import type { PlannedChange } from "@/lib/domain/booking/plan";
import { initialLineState } from "@/lib/domain/service-request";
import { causeOfSending } from "@/lib/domain/ledger";
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
import { Prisma } from "@/lib/generated/prisma/client";
import { changePlaces } from "@/lib/services/places/change-places";
import { KeptPrices } from "@/lib/services/places/kept-price";
import type { PreparedRequest } from "./prepared-request";

/** The prices of a plan, as they are announced and as they are explained. */
export interface Pricing {
  readonly explained: FullPriceTable;
  readonly prices: PriceTable;
  readonly cost: PlanCost;
  /** The service gives away what is added: no tariff prices it later. */
  readonly offered: boolean;
}

/**
 * Writes the reservations, the prices that they keep, the fees that become due, their entries in the
 * ledger and the lines of the requests from one list of changes, in one statement. The caller holds the
 * inscriptions' locks, and has planned from the rows read under them.
 */
export async function writeChanges(
  tx: Tx,
  ctx: ActionContext<AuthorizedFamily>,
  requests: readonly PreparedRequest[],
  pricing: Pricing,
): Promise<void> {
  const kept = new KeptPrices();
  const rows = requests.flatMap((request) =>
    request.changes.map((planned) => rowOf(request, planned, pricing, kept)),
  );
  await changePlaces(tx, {
    familyId: ctx.proof.familyId,
    at: ctx.now,
    fees: newFees(pricing, kept),
    kept,
    along: {
      rows,
      columns: Prisma.sql`, change text, state text, amount int`,
      statements: Prisma.sql`line AS (
        INSERT INTO "RequestLine" ("requestId", day, "unitId", change, state, amount)
        SELECT "requestId", day, "unitId", change::"LineChange", state::"LineState", amount FROM change)`,
    },
  });
}

function rowOf(
  { id, lateReason }: PreparedRequest,
  planned: PlannedChange,
  pricing: Pricing,
  kept: KeptPrices,
) {
  const { cell, to, change } = planned;
  const late = lateReason !== null;
  const from = ownBase(planned);
  const price = priceOfAddition(pricing.explained, planned, late);
  return {
    ...cell,
    from,
    to,
    late,
    offered: pricing.offered,
    requestId: id,
    priceId: price && kept.idOf(price),
    cause: causeOfSending(from),
    change,
    state: initialLineState(planned),
    amount: announced(pricing.prices, planned, late),
  };
}

/** A plan never changes what the child's other family holds. */
function ownBase({ from }: PlannedChange) {
  if (from === "elsewhere") throw new Error("A place of the other family was planned");
  return from;
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
