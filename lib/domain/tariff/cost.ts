import {
  entriesByCell,
  keyOf,
  parseCellKey,
  type BookingContext,
  type CellKey,
  type CellRef,
} from "@/lib/domain/booking/context";
import type { PlannedChange } from "@/lib/domain/booking/plan";
import type { Day, Period } from "@/lib/domain/day";
import { cents, type Cents } from "@/lib/domain/money";
import { stepOn } from "@/lib/domain/tariff/price-steps";
import {
  amountOf,
  feeKey,
  isHeld,
  type FeeAmounts,
  type PriceTable,
} from "@/lib/domain/tariff/price-table";

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
 * What a family pays for each day: what is held, and what the changes of a plan add or take back; a
 * removal that the service examines takes nothing back before it answers. Over all days, two of them
 * differ by the total of `planCost`. Fees that are charged once fall on the first day of their inscription,
 * and stay there. One pass over cells, not over the year.
 */
export function costByDay(
  context: BookingContext,
  changes: readonly PlannedChange[],
  prices: PriceTable,
): CostByDay {
  const costs = new Map<Day, Cost>();
  const firstDays = new Map<number, Day>();
  for (const { cell, key } of dueCells(context, changes)) {
    addTo(costs, cell.day, amountOf(prices, cell, key));
    const first = firstDays.get(cell.inscriptionId);
    if (first === undefined || cell.day < first) firstDays.set(cell.inscriptionId, cell.day);
  }
  const due = new Set<string>();
  for (const fee of [...prices.fees].sort(standingFirst)) {
    const first = firstDays.get(fee.inscriptionId);
    if (first === undefined || due.has(feeKey(fee))) continue;
    due.add(feeKey(fee));
    // A fee that is due stays on its day, also where the first day goes and others are left.
    addTo(costs, fee.day ?? first, fee.kept ?? stepOn(fee.steps, first)?.usual ?? null);
  }
  return costs;
}

/** Of one child's fees in an activity the one that stands is the one that is due. */
function standingFirst(a: FeeAmounts, b: FeeAmounts): number {
  return Number(a.day === null) - Number(b.day === null);
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
  changes: readonly PlannedChange[],
): Generator<{ cell: CellRef; key: CellKey }> {
  const givenUp = new Set<CellKey>();
  for (const { cell, change, effect } of changes) {
    if (change === "remove" && effect === "atOnce") givenUp.add(keyOf(cell));
  }
  for (const [key] of entriesByCell(context.held)) {
    const cell = isHeld(context, key) && !givenUp.has(key) ? parseCellKey(key) : null;
    if (cell) yield { cell, key };
  }
  for (const { cell, change } of changes) {
    const key = keyOf(cell);
    // Taking back a removal that waits: the place was looked at above.
    if (change === "add" && !isHeld(context, key)) yield { cell, key };
  }
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
