import {
  entriesByCell,
  parseCellKey,
  type BookingContext,
  type CellKey,
  type CellRef,
} from "@/lib/domain/booking/context";
import type { Wish, Wishes } from "@/lib/domain/booking/wishes";
import type { Day, Period } from "@/lib/domain/day";
import { cents, type Cents } from "@/lib/domain/money";
import { stepOn } from "@/lib/domain/tariff/price-steps";
import { amountOf, isHeld, type PriceTable } from "@/lib/domain/tariff/price-table";

/** What days cost together. */
export interface Cost {
  readonly amount: Cents;
  /** How many of them have no price yet: the amount is without them. */
  readonly unpriced: number;
}

/** What each day costs, once the draft is sent. Days that cost nothing are absent. */
export type CostByDay = ReadonlyMap<Day, Cost>;

const FREE: Cost = { amount: cents(0), unpriced: 0 };

/**
 * What a family pays for each day: what is held, and what the draft adds or takes back. Fees that are
 * charged once fall on the first day of their inscription, and stay there. One pass over cells, not over the year.
 */
export function costByDay(context: BookingContext, wishes: Wishes, prices: PriceTable): CostByDay {
  const costs = new Map<Day, Cost>();
  const firstDays = new Map<number, Day>();
  for (const { cell, key } of dueCells(context, wishes)) {
    addTo(costs, cell.day, amountOf(prices, cell, key));
    const first = firstDays.get(cell.inscriptionId);
    if (first === undefined || cell.day < first) firstDays.set(cell.inscriptionId, cell.day);
  }
  for (const fee of prices.fees) {
    const first = firstDays.get(fee.inscriptionId);
    if (first === undefined) continue;
    // A fee that is due stays on its day, also where the first day goes and others are left.
    addTo(costs, fee.day ?? first, fee.kept ?? stepOn(fee.steps, first)?.usual ?? null);
  }
  return costs;
}

function addTo(costs: Map<Day, Cost>, d: Day, amount: Cents | null): void {
  const before = costs.get(d) ?? FREE;
  costs.set(
    d,
    amount === null
      ? { ...before, unpriced: before.unpriced + 1 }
      : { ...before, amount: cents(before.amount + amount) },
  );
}

function* dueCells(
  context: BookingContext,
  wishes: Wishes,
): Generator<{ cell: CellRef; key: CellKey }> {
  const examined = new Set(
    context.inscriptions.filter((i) => i.removals === "examined").map(({ id }) => id),
  );
  for (const [key] of entriesByCell(context.held)) {
    const cell = parseCellKey(key);
    if (cell && isHeld(context, key) && !givenUp(context, wishes[key], key, examined, cell))
      yield { cell, key };
  }
  for (const [key, wish] of entriesByCell(wishes)) {
    // What is held was looked at above; what the other family holds is never this one's to pay.
    const cell = wish.want && context.held[key] === undefined ? parseCellKey(key) : null;
    if (cell) yield { cell, key };
  }
}

/** A removal that the service examines first leaves the price due until it answers. */
function givenUp(
  context: BookingContext,
  wish: Wish | undefined,
  key: CellKey,
  examined: ReadonlySet<number>,
  cell: CellRef,
): boolean {
  if (wish?.want !== false) return false;
  return context.held[key] === "pending" || !examined.has(cell.inscriptionId);
}

/** What the days of a period cost together. */
export function costOver(costs: CostByDay, { from, to }: Period): Cost {
  let amount = 0;
  let unpriced = 0;
  for (const [d, cost] of costs) {
    if (d < from || d > to) continue;
    amount += cost.amount;
    unpriced += cost.unpriced;
  }
  return { amount: cents(amount), unpriced };
}
