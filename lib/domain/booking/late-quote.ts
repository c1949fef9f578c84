import { baseOf, keyOf, type BookingContext, type CellRef } from "@/lib/domain/booking/context";
import type { PlannedChange } from "@/lib/domain/booking/plan";
import { askedState } from "@/lib/domain/booking/late";
import type { Change } from "@/lib/domain/booking/rules";
import { cents, formatCents, NOTHING, sumCents, type Cents } from "@/lib/domain/money";
import { planCost } from "@/lib/domain/tariff/plan-cost";
import {
  amountOf,
  lateAmountOf,
  usualAmountOf,
  type PriceTable,
} from "@/lib/domain/tariff/price-table";

/** What is announced before changes are asked past their cut-off. */
export interface LateQuote {
  /** What the additions would cost, or what stays due of cancellations; null where none has a price yet. */
  readonly amount: Cents | null;
  /** What those that have a price would have cost in time. */
  readonly usual: Cents | null;
  /** What becomes due besides, with the first day of an inscription. */
  readonly fees: Cents;
  /** How many places are asked for. */
  readonly count: number;
  /** How many of them have no price yet. */
  readonly unpriced: number;
}

/** The late request as a change of the plan: the place waits, or the removal does. */
export function lateChange(context: BookingContext, cell: CellRef, change: Change): PlannedChange {
  const from = baseOf(context, keyOf(cell));
  return { cell, change, from, to: askedState(change), effect: "examined" };
}

/** The price of a late request: the units' late prices for additions, the kept ones for cancellations. */
export function lateQuote(
  context: BookingContext,
  prices: PriceTable,
  cells: readonly CellRef[],
  change: Change,
): LateQuote {
  const removing = change === "remove";
  const priced = cells.flatMap((cell) => {
    const amount = removing ? amountOf(prices, cell, keyOf(cell)) : lateAmountOf(prices, cell);
    return amount === null
      ? []
      : [{ amount, usual: removing ? amount : usualAmountOf(prices, cell) }];
  });
  const has = priced.length > 0;
  return {
    amount: has ? sumCents(priced.map(({ amount }) => amount)) : null,
    usual: has ? sumCents(priced.map(({ amount, usual }) => usual ?? amount)) : null,
    fees: removing ? NOTHING : feesOf(context, prices, cells),
    count: cells.length,
    unpriced: cells.length - priced.length,
  };
}

function feesOf(context: BookingContext, prices: PriceTable, cells: readonly CellRef[]): Cents {
  const changes = cells.map((cell) => lateChange(context, cell, "add"));
  const cost = planCost(context, { changes, unchanged: [], impossible: [] }, prices);
  return sumCents(
    [...cost.byInscription.values()]
      .flatMap(({ fees }) => fees)
      .flatMap(({ amount }) => amount ?? []),
  );
}

/** The one figure of a quote that the form sends back, and the server compares. */
export function announcedAmount({ amount, fees }: LateQuote): Cents | null {
  return amount === null ? null : cents(amount + fees);
}

/** The same in a sentence to the family. */
export function lateQuoteInWords(change: Change, quote: LateQuote): string {
  const { amount, usual, fees, count, unpriced } = quote;
  if (change === "remove") {
    return `Si le service reconnaît votre motif, rien n’est dû. Sinon, ${staysDue(amount, count)}.`;
  }
  if (amount === null) {
    return "Si le service accepte, le prix sera fixé quand le tarif de cette date sera publié.";
  }
  const instead = usual === null || usual === amount ? "" : ` au lieu de ${formatCents(usual)}`;
  const more = fees === 0 ? "" : ` S’y ajoutent ${formatCents(fees)} de frais d’inscription.`;
  const later = unpriced === 0 ? "" : ` ${unpricedInWords(unpriced)}.`;
  const what =
    count === 1 ? "cette réservation coûtera" : `ces ${count - unpriced} réservations coûteront`;
  return `Si le service accepte, ${what} ${formatCents(amount)}${instead}.${more}${later}`;
}

const unpricedInWords = (count: number) =>
  count === 1
    ? "Le prix d’une autre sera fixé quand son tarif sera publié"
    : `Le prix de ${count} autres sera fixé quand leur tarif sera publié`;

/** "2,08 € restent dus", "1,41 € reste dû": French takes the singular below two. */
export function staysDue(amount: Cents | null, count = 1): string {
  if (amount === null)
    return count > 1 ? "les prestations restent dues" : "la prestation reste due";
  return `${formatCents(amount)} ${amount < 200 ? "reste dû" : "restent dus"}`;
}
