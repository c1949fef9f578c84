import { cents, type Cents } from "@/lib/domain/money";
import { refused } from "@/lib/domain/result";
import { priceIn, type Payer } from "@/lib/domain/tariff/price";
import type { Priced } from "@/lib/domain/tariff/price-steps";
import type { PricedUnit, Tariffs, TariffVersion } from "@/lib/domain/tariff/version";

/** A service of the mairie whose tariffs can be simulated. */
export interface SimulatedDepartment {
  readonly id: number;
  readonly name: string;
}

/** All that a simulation reads of the town: its published grid, and what it is sorted by. */
export interface SimulatedTown extends Tariffs {
  readonly departments: readonly SimulatedDepartment[];
  readonly activities: readonly {
    readonly id: number;
    readonly label: string;
    readonly departmentId: number;
  }[];
}

/** One line of the result. */
export interface SimulatedUnit {
  readonly unitId: number;
  readonly label: string;
  /** When this price is due, where the unit's name does not say it. */
  readonly remark: string | null;
  readonly priced: Priced;
}

export interface SimulatedActivity {
  readonly id: number;
  readonly label: string;
  readonly units: readonly SimulatedUnit[];
}

/**
 * What every unit of a department costs a payer in one version: activities, then units, in alphabetical
 * order. Units that only agents book are rows too: families pay them (late, PAI, registration fee). A
 * unit with a PAI unit shows, for a PAI category, what such a child pays when it comes: the same figure
 * as the calendar and the bill.
 */
export function simulate(
  town: SimulatedTown,
  asked: { readonly version: TariffVersion; readonly departmentId: number },
  payer: Payer,
): SimulatedActivity[] {
  return town.activities
    .filter(({ departmentId }) => departmentId === asked.departmentId)
    .map(({ id, label }) => ({
      id,
      label,
      units: town.units
        .filter(({ activityId }) => activityId === id)
        .map((unit) => simulatedUnit(town, asked.version, unit, payer))
        .sort(byLabel),
    }))
    .filter(({ units }) => units.length > 0)
    .sort(byLabel);
}

function simulatedUnit(
  town: SimulatedTown,
  version: TariffVersion,
  unit: PricedUnit,
  payer: Payer,
): SimulatedUnit {
  const priced = priceIn(version, town, { unitId: unit.id }, payer);
  const remark = remarkOn(unit, town.units, priced);
  return { unitId: unit.id, label: unit.label, remark, priced };
}

function remarkOn(unit: PricedUnit, units: readonly PricedUnit[], priced: Priced): string | null {
  const instead =
    priced.ok && priced.value.unitId !== unit.id
      ? units.find(({ id }) => id === priced.value.unitId)
      : undefined;
  if (instead) return `Au prix de «\u00a0${instead.label}\u00a0»`;
  const late = units.find(({ lateUnitId }) => lateUnitId === unit.id);
  if (late) return `Au lieu de «\u00a0${late.label}\u00a0», après le délai`;
  const pai = units.find(({ paiUnitId }) => paiUnitId === unit.id);
  if (pai) return `Au lieu de «\u00a0${pai.label}\u00a0», pour un élève avec un PAI`;
  return unit.chargedOnce ? "Une seule fois par inscription" : null;
}

function byLabel(a: { readonly label: string }, b: { readonly label: string }): number {
  const [first, second] = [sortable(a.label), sortable(b.label)];
  return first < second ? -1 : Number(first > second);
}

/** Without accents and capitals, as a French dictionary sorts. */
function sortable(label: string): string {
  return label.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The same unit in two simulations. */
export interface ComparedUnit extends Omit<SimulatedUnit, "priced"> {
  readonly before: Priced;
  readonly after: Priced;
  /** `after` less `before`; null where one of them is no price. */
  readonly difference: Cents | null;
}

export interface ComparedActivity extends Omit<SimulatedActivity, "units"> {
  readonly units: readonly ComparedUnit[];
}

/** Two results side by side, row by row, in the order of the first. */
export function compareSimulations(
  before: readonly SimulatedActivity[],
  after: readonly SimulatedActivity[],
): ComparedActivity[] {
  const prices = new Map(
    after.flatMap(({ units }) => units.map(({ unitId, priced }) => [unitId, priced])),
  );
  return before.map((activity) => ({
    ...activity,
    units: activity.units.map(({ priced, ...unit }) => {
      const other = prices.get(unit.unitId) ?? refused("unknown-unit");
      return { ...unit, before: priced, after: other, difference: differenceOf(priced, other) };
    }),
  }));
}

function differenceOf(before: Priced, after: Priced): Cents | null {
  return before.ok && after.ok ? cents(after.value.amount - before.value.amount) : null;
}
