import {
  entriesByCell,
  keyOf,
  parseCellKey,
  type BookingContext,
  type CellKey,
} from "@/lib/domain/booking/context";
import type { Plan, PlannedChange } from "@/lib/domain/booking/plan";
import { minDay, type Day } from "@/lib/domain/day";
import { cents, formatCents, NOTHING, type Cents } from "@/lib/domain/money";
import type { Cost } from "@/lib/domain/tariff/cost";
import { stepOn } from "@/lib/domain/tariff/price-steps";
import {
  amountOf,
  feeKey,
  isHeld,
  usualAmountOf,
  type PriceTable,
  type SettledFee,
} from "@/lib/domain/tariff/price-table";

/** A fee that becomes due with the first day of an inscription, or goes with the last. */
export interface FeeChange {
  readonly inscriptionId: number;
  readonly unitId: number;
  readonly label: string;
  /** Negative where the fee is no longer due; null where it has no price yet. */
  readonly amount: Cents | null;
  /** The first day that is held, on which the fee falls; of one that goes, the day where it stood. */
  readonly day: Day;
}

/** What the changes of one inscription cost. `removed` and `examined` are not negative. */
export interface InscriptionCost {
  readonly added: Cost;
  /** What is given back at once. */
  readonly removed: Cost;
  /** What is given back if the service accepts; due until then. */
  readonly examined: Cost;
  readonly fees: readonly FeeChange[];
  /** Fees of its first day that are not due again: the child's other home has paid them. */
  readonly settled: readonly SettledFee[];
}

export interface PlanCost {
  readonly byInscription: ReadonlyMap<number, InscriptionCost>;
  /** What all of it adds to the bill; negative where it lowers it. Without what the service examines first. */
  readonly total: Cost;
  /** Not negative: by how much the bill falls besides if the service accepts the removals that it examines. */
  readonly examined: Cost;
}

/**
 * What one change adds to the bill (negative: gives back) once it is done, also where the service examines it
 * first; null where there is no price.
 */
export function costOfChange(
  prices: PriceTable,
  { cell, change, from }: PlannedChange,
): Cents | null {
  // Taking back a removal that waits: the day was due all along.
  if (change === "add" && from === "removalPending") return NOTHING;
  if (change === "add") return usualAmountOf(prices, cell);
  const amount = amountOf(prices, cell, keyOf(cell));
  return amount === null ? null : cents(-amount);
}

/** What a plan costs, per inscription and in all: the server's figure before and at the sending. */
export function planCost(context: BookingContext, plan: Plan, prices: PriceTable): PlanCost {
  const byInscription = new Map<number, InscriptionCost>();
  const due = new Set<string>();
  for (const [id, changes] of changesByInscription(plan)) {
    const costOf = (counts: (planned: PlannedChange) => boolean) =>
      total(changes.filter(counts).map((planned) => costOfChange(prices, planned)));
    byInscription.set(id, {
      added: costOf(({ change }) => change === "add"),
      removed: negated(costOf((its) => its.change === "remove" && its.effect === "atOnce")),
      examined: negated(costOf((its) => its.change === "remove" && its.effect === "examined")),
      fees: feeChanges(context, id, changes, prices, due),
      settled: settledFees(context, id, changes, prices),
    });
  }
  const costs = [...byInscription.values()];
  return {
    byInscription,
    total: sum(costs.map(netOf)),
    examined: sum(costs.map(({ examined }) => examined)),
  };
}

/** What the changes of one inscription add to the bill, its fees with them. */
export function costOfInscription({ byInscription }: PlanCost, inscriptionId: number): Cost {
  const cost = byInscription.get(inscriptionId);
  return cost ? netOf(cost) : sum([]);
}

function netOf({ added, removed, fees }: InscriptionCost): Cost {
  return sum([added, negated(removed), total(fees.map(({ amount }) => amount))]);
}

/** What the answer of the service may still change of a total; null where it examines no price. */
export function examinedInWords({ amount }: Cost): string | null {
  if (amount === 0) return null;
  return `Si le service accepte vos retraits, vous paierez encore ${formatCents(amount)} de moins.`;
}

/** What the days of one unit cost: alike ones together, in order of their first day. */
export interface UnitCost {
  readonly cost: Cost;
  /** Not negative; null: without a price. */
  readonly shares: readonly { readonly amount: Cents | null; readonly count: number }[];
}

/** The cost of the changes of one unit in one direction, as a recap shows it: never negative. */
export function unitCost(
  plan: Plan,
  prices: PriceTable,
  asked: { inscriptionId: number; unitId: number; change: PlannedChange["change"] },
): UnitCost {
  const counts = new Map<Cents | null, number>();
  for (const planned of plan.changes) {
    const { cell, change } = planned;
    const { inscriptionId, unitId } = cell;
    if (change !== asked.change || unitId !== asked.unitId) continue;
    if (inscriptionId !== asked.inscriptionId) continue;
    const amount = costOfChange(prices, planned);
    const share = amount === null ? null : cents(Math.abs(amount));
    counts.set(share, (counts.get(share) ?? 0) + 1);
  }
  const shares = [...counts].map(([amount, count]) => ({ amount, count }));
  const costs = shares.map(({ amount, count }) =>
    amount === null
      ? { amount: NOTHING, unpriced: count }
      : { amount: cents(amount * count), unpriced: 0 },
  );
  return { cost: sum(costs), shares };
}

function changesByInscription({ changes }: Plan): Map<number, PlannedChange[]> {
  const groups = new Map<number, PlannedChange[]>();
  for (const change of changes) {
    const group = groups.get(change.cell.inscriptionId) ?? [];
    groups.set(change.cell.inscriptionId, group);
    group.push(change);
  }
  return groups;
}

function feeChanges(
  context: BookingContext,
  inscriptionId: number,
  changes: readonly PlannedChange[],
  prices: PriceTable,
  due: Set<string>,
): FeeChange[] {
  const fees = prices.fees.filter((fee) => fee.inscriptionId === inscriptionId);
  if (fees.length === 0) return [];
  const after = daysAfter(heldDays(context, inscriptionId), changes);
  const first = firstOf(after.values());
  const isDueNow = first !== undefined;
  // A fee that does not stand was never charged, or ended, even where days are held already.
  return fees.flatMap((fee) => {
    const { unitId, label, steps, kept, day: charged } = fee;
    if (isDueNow === (charged !== null) || due.has(feeKey(fee))) return [];
    const day = first ?? charged;
    if (day === null) return [];
    if (isDueNow) due.add(feeKey(fee));
    const amount = kept ?? stepOn(steps, day)?.usual ?? null;
    const signed = isDueNow || amount === null ? amount : cents(-amount);
    return [{ inscriptionId, unitId, label, amount: signed, day }];
  });
}

/** Said with the first day of an inscription, and never again. */
function settledFees(
  context: BookingContext,
  inscriptionId: number,
  changes: readonly PlannedChange[],
  { settled }: PriceTable,
): SettledFee[] {
  const its = settled.filter(
    (fee) => fee.inscriptionId === inscriptionId && fee.by === "otherHome",
  );
  if (its.length === 0) return [];
  const before = heldDays(context, inscriptionId);
  return before.size === 0 && daysAfter(before, changes).size > 0 ? its : [];
}

/** The days of an inscription that the family holds, by cell. */
function heldDays(context: BookingContext, inscriptionId: number): Map<CellKey, Day> {
  const days = new Map<CellKey, Day>();
  for (const [key] of entriesByCell(context.held)) {
    const cell = isHeld(context, key) ? parseCellKey(key) : null;
    if (cell?.inscriptionId === inscriptionId) days.set(key, cell.day);
  }
  return days;
}

function daysAfter(
  before: ReadonlyMap<CellKey, Day>,
  changes: readonly PlannedChange[],
): Map<CellKey, Day> {
  const days = new Map(before);
  for (const { cell, change, effect } of changes) {
    if (change === "add") days.set(keyOf(cell), cell.day);
    else if (effect === "atOnce") days.delete(keyOf(cell));
  }
  return days;
}

function firstOf(days: Iterable<Day>): Day | undefined {
  let first: Day | undefined;
  for (const d of days) first = first === undefined ? d : minDay(first, d);
  return first;
}

function total(amounts: readonly (Cents | null)[]): Cost {
  return sum(
    amounts.map((amount) =>
      amount === null ? { amount: NOTHING, unpriced: 1 } : { amount, unpriced: 0 },
    ),
  );
}

function sum(costs: readonly Cost[]): Cost {
  return {
    amount: cents(costs.reduce((n, { amount }) => n + amount, 0)),
    unpriced: costs.reduce((n, { unpriced }) => n + unpriced, 0),
  };
}

function negated({ amount, unpriced }: Cost): Cost {
  return { amount: cents(-amount), unpriced };
}
