import {
  baseOf,
  entriesByCell,
  parseCellKey,
  type BookingContext,
  type BookingInscription,
  type CellKey,
  type CellRef,
} from "@/lib/domain/booking/context";
import { holds } from "@/lib/domain/booking/standing";
import type { Day } from "@/lib/domain/day";
import type { Cents } from "@/lib/domain/money";
import type { PayingFamily } from "@/lib/domain/tariff/paying-family";
import { priceSteps, stepOn, type Priced, type PriceStep } from "@/lib/domain/tariff/price-steps";
import type { Tariffs } from "@/lib/domain/tariff/version";

/** Amounts from a day on; null where there is no price. */
export interface AmountStep {
  readonly from: Day;
  readonly usual: Cents | null;
  readonly late: Cents | null;
}

/** A fee that is charged once, and that nobody pays a second time. */
export interface SettledFee {
  readonly inscriptionId: number;
  readonly unitId: number;
  readonly label: string;
  readonly by: SettledBy;
}

/** Who has paid a fee for the same child, activity and year. */
export type SettledBy = "otherHome" | "thisHome";

/** A unit that is charged once a child, activity and year, on the first day that the child comes. */
export interface FeeAmounts {
  readonly inscriptionId: number;
  readonly childId: number;
  readonly unitId: number;
  readonly label: string;
  readonly steps: readonly AmountStep[];
  /** The price kept from when it was first due; null: not charged yet. */
  readonly kept: Cents | null;
  /** The day on which it stands in the ledger; null: it is not due. */
  readonly day: Day | null;
}

/** What the browser needs to add up a family's year: amounts, not the town's grid. */
export interface PriceTable {
  /** By `inscriptionId|unitId`. */
  readonly amounts: Readonly<Record<string, readonly AmountStep[]>>;
  readonly fees: readonly FeeAmounts[];
  /** Fees that the child's other home, or its other inscription in the same activity, has paid: due once. */
  readonly settled: readonly SettledFee[];
  /** Prices kept by reservations, where they are not those of the table. Null: kept without a price. */
  readonly kept: Readonly<Record<CellKey, Cents | null>>;
}

/** The steps of every unit and fee of the chosen inscriptions, with their explanations. */
export interface FullPriceTable {
  /** By `inscriptionId|unitId`. */
  readonly steps: ReadonlyMap<string, readonly PriceStep[]>;
  /** Per inscription, the units charged once. */
  readonly fees: readonly {
    readonly inscriptionId: number;
    readonly childId: number;
    readonly unitId: number;
    readonly label: string;
    readonly steps: readonly PriceStep[];
  }[];
}

export function rowKey({ inscriptionId, unitId }: Omit<CellRef, "day">): string {
  return `${inscriptionId}|${unitId}`;
}

/** Every price of a family's inscriptions: worked out once, whatever the number of dates. */
export function fullPriceTable(
  tariffs: Tariffs,
  family: PayingFamily,
  inscriptions: readonly BookingInscription[],
): FullPriceTable {
  const stepsOf = (inscription: BookingInscription, unitId: number) =>
    priceSteps(tariffs, family, { childId: inscription.childId, unitId, period: inscription });
  const steps = new Map(
    inscriptions.flatMap((its) =>
      its.units.map(({ id }) => [rowKey({ inscriptionId: its.id, unitId: id }), stepsOf(its, id)]),
    ),
  );
  const fees = inscriptions.flatMap((its) =>
    tariffs.units
      .filter((unit) => unit.chargedOnce && unit.activityId === its.activityId)
      .map(({ id, label }) => ({
        inscriptionId: its.id,
        childId: its.childId,
        unitId: id,
        label,
        steps: stepsOf(its, id),
      })),
  );
  return { steps, fees };
}

/** The full price of a cell, or undefined for a cell that is none of these inscriptions'. */
export function priceOfCell(
  table: FullPriceTable,
  cell: CellRef,
  late: boolean,
): Priced | undefined {
  const step = stepOn(table.steps.get(rowKey(cell)) ?? [], cell.day);
  return late ? step?.late : step?.usual;
}

/** What is kept with the reservations of a family: amounts of cells, and fees already charged. */
export interface KeptPrices {
  readonly cells: Readonly<Record<CellKey, Cents | null>>;
  readonly fees: readonly {
    readonly inscriptionId: number;
    readonly unitId: number;
    readonly amount: Cents;
    /** The day on which it stands in the ledger; null: it is no longer due. */
    readonly day: Day | null;
  }[];
  /** Fees that are paid elsewhere for the same child, activity and year. Absent: none is. */
  readonly settled?: readonly Omit<SettledFee, "label">[];
}

/** The small table that goes to the browser. */
export function priceTable(full: FullPriceTable, kept: KeptPrices): PriceTable {
  const amounts = Object.fromEntries(
    [...full.steps].map(([key, steps]) => [key, merged(steps.map(amountStep))]),
  );
  return { amounts, ...feesOf(full, kept), kept: unusual(amounts, kept.cells) };
}

/** The fees that this home pays, or will; apart, those that are paid elsewhere and do not stand here. */
function feesOf(full: FullPriceTable, kept: KeptPrices): Pick<PriceTable, "fees" | "settled"> {
  const fees: FeeAmounts[] = [];
  const settled: SettledFee[] = [];
  for (const { inscriptionId, childId, unitId, label, steps } of full.fees) {
    const isThis = (f: { inscriptionId: number; unitId: number }) =>
      f.inscriptionId === inscriptionId && f.unitId === unitId;
    const charged = kept.fees.find(isThis);
    const day = charged?.day ?? null;
    const elsewhere = day === null ? kept.settled?.find(isThis) : undefined;
    if (elsewhere) settled.push({ ...elsewhere, label });
    else {
      const amounts = merged(steps.map(amountStep));
      const its = { inscriptionId, childId, unitId, label, steps: amounts };
      fees.push({ ...its, kept: charged?.amount ?? null, day });
    }
  }
  return { fees, settled };
}

/** Of the fees of one child's inscriptions in an activity, what is told apart: one of them is due. */
export function feeKey({ childId, unitId }: Pick<FeeAmounts, "childId" | "unitId">): string {
  return `${childId}|${unitId}`;
}

function amountStep({ from, usual, late }: PriceStep): AmountStep {
  const amountOf = (priced: Priced) => (priced.ok ? priced.value.amount : null);
  return { from, usual: amountOf(usual), late: amountOf(late) };
}

/** Two steps of the same amounts are one for the browser. */
function merged(steps: readonly AmountStep[]): AmountStep[] {
  return steps.filter(({ usual, late }, i) => {
    const before = steps[i - 1];
    return !before || before.usual !== usual || before.late !== late;
  });
}

function unusual(
  amounts: PriceTable["amounts"],
  kept: KeptPrices["cells"],
): Record<CellKey, Cents | null> {
  const rest: Record<CellKey, Cents | null> = {};
  for (const [key, amount] of entriesByCell(kept)) {
    const cell = parseCellKey(key);
    const step = cell && stepOn(amounts[rowKey(cell)] ?? [], cell.day);
    if (step?.usual !== amount) rest[key] = amount;
  }
  return rest;
}

/** What one cell costs if it is reserved; what it was validated for where it is held. Null: no price. */
export function amountOf(prices: PriceTable, cell: CellRef, key: CellKey): Cents | null {
  const kept = prices.kept[key];
  return kept === undefined ? usualAmountOf(prices, cell) : kept;
}

/** What the cell costs if it is reserved now; null where there is no price. */
export function usualAmountOf(prices: PriceTable, cell: CellRef): Cents | null {
  return stepOn(prices.amounts[rowKey(cell)] ?? [], cell.day)?.usual ?? null;
}

/** What a late addition of the cell would cost; null where there is no price. */
export function lateAmountOf(prices: PriceTable, cell: CellRef): Cents | null {
  return stepOn(prices.amounts[rowKey(cell)] ?? [], cell.day)?.late ?? null;
}

/** Whether the family has the cell's place, so that its price is counted: also while it waits. */
export function isHeld(context: BookingContext, key: CellKey): boolean {
  return holds(baseOf(context, key));
}

/** False in a town without tariffs: then nothing is said of costs. */
export function hasPrices({ amounts, kept }: PriceTable): boolean {
  return (
    Object.values(amounts).some((steps) => steps.some(({ usual }) => usual !== null)) ||
    Object.values(kept).some((amount) => amount !== null)
  );
}
