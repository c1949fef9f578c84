import { baseOf, keyOf, type BookingContext, type CellRef } from "@/lib/domain/booking/context";
import type { PlannedChange } from "@/lib/domain/booking/plan";
import type { Change } from "@/lib/domain/booking/rules";
import { cents, formatCents, NOTHING, sumCents, type Cents } from "@/lib/domain/money";
import { planCost } from "@/lib/domain/tariff/plan-cost";
import {
  amountOf,
  lateAmountOf,
  usualAmountOf,
  type PriceTable,
} from "@/lib/domain/tariff/price-table";

/** What is announced before a change is asked past its cut-off. */
export interface LateQuote {
  /** What the addition would cost, or what stays due of a cancellation; null: no price yet. */
  readonly amount: Cents | null;
  /** What it would have cost in time. */
  readonly usual: Cents | null;
  /** What becomes due besides, with the first day of an inscription. */
  readonly fees: Cents;
}

/** The late request as a change of the plan: the place waits, or the removal does. */
export function lateChange(context: BookingContext, cell: CellRef, change: Change): PlannedChange {
  const from = baseOf(context, keyOf(cell));
  const to = change === "add" ? "pending" : "removalPending";
  return { cell, change, from, to, effect: "examined" };
}

/** The price of a late request: the unit's late price for an addition, the kept one for a cancellation. */
export function lateQuote(
  context: BookingContext,
  prices: PriceTable,
  cell: CellRef,
  change: Change,
): LateQuote {
  if (change === "remove") {
    const amount = amountOf(prices, cell, keyOf(cell));
    return { amount, usual: amount, fees: NOTHING };
  }
  const plan = { changes: [lateChange(context, cell, change)], unchanged: [], impossible: [] };
  const fees = planCost(context, plan, prices).byInscription.get(cell.inscriptionId)?.fees ?? [];
  return {
    amount: lateAmountOf(prices, cell),
    usual: usualAmountOf(prices, cell),
    fees: sumCents(fees.flatMap(({ amount }) => amount ?? [])),
  };
}

/** The one figure of a quote that the form sends back, and the server compares. */
export function announcedAmount({ amount, fees }: LateQuote): Cents | null {
  return amount === null ? null : cents(amount + fees);
}

/** The same in a sentence to the family. */
export function lateQuoteInWords(change: Change, { amount, usual, fees }: LateQuote): string {
  if (change === "remove") {
    return `Si le service reconnaît votre motif, rien n’est dû. Sinon, ${staysDue(amount)}.`;
  }
  if (amount === null) {
    return "Si le service accepte, le prix sera fixé quand le tarif de cette date sera publié.";
  }
  const instead = usual === null || usual === amount ? "" : ` au lieu de ${formatCents(usual)}`;
  const more = fees === 0 ? "" : ` S’y ajoutent ${formatCents(fees)} de frais d’inscription.`;
  return `Si le service accepte, cette réservation coûtera ${formatCents(amount)}${instead}.${more}`;
}

/** "2,08 € restent dus", "1,41 € reste dû": French takes the singular below two. */
export function staysDue(amount: Cents | null): string {
  if (amount === null) return "la prestation reste due";
  return `${formatCents(amount)} ${amount < 200 ? "reste dû" : "restent dus"}`;
}
