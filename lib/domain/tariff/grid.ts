import { formatCents } from "@/lib/domain/money";
import { formatRate, type Bracket, type PriceRule } from "@/lib/domain/tariff/rule";
import type { PricedUnit, TariffVersion } from "@/lib/domain/tariff/version";

/** What an agent writes of a version: all but its days. */
export type TariffGrid = Pick<TariffVersion, "unknownQuotient" | "reductions" | "rules">;

/** An activity as the grid's rows are grouped by it. */
export interface GridActivity {
  readonly id: number;
  readonly label: string;
}

/** One cell: how a unit is priced for a category; null: not yet. */
export interface GridCell {
  readonly unitId: number;
  readonly categoryId: number;
  readonly rule: PriceRule | null;
}

export type RuleLookup = (unitId: number, categoryId: number) => PriceRule | null;

/** Finds the rules of a grid, without going through all of them each time. */
export function rulesOf({ rules }: Pick<TariffGrid, "rules">): RuleLookup {
  const index = new Map(rules.map((r) => [`${r.unitId}|${r.categoryId}`, r.rule]));
  return (unitId, categoryId) => index.get(`${unitId}|${categoryId}`) ?? null;
}

/** The lower bounds that some of these rules use, ascending. */
export function boundsOf(rules: readonly (PriceRule | null)[]): number[] {
  const bounds = rules.flatMap((rule) =>
    rule?.kind === "brackets" ? rule.brackets.map(({ from }) => from) : [],
  );
  return [...new Set(bounds)].sort((a, b) => a - b);
}

/** "Prix fixe 2,08 €", "6 tranches, de 0,70 € à 1,82 €", "0,15 % du quotient, de 0,88 € à 2,00 €". */
export function ruleInWords(rule: PriceRule | null): string {
  switch (rule?.kind) {
    case undefined:
      return "Pas de prix";
    case "fixed":
      return `Prix fixe ${formatCents(rule.amount)}`;
    case "brackets":
      return bracketsInWords(rule.brackets);
    case "effort":
      return `${formatRate(rule.rate)} du quotient, de ${formatCents(rule.floor)} à ${formatCents(rule.ceiling)}`;
  }
}

function bracketsInWords(brackets: readonly Bracket[]): string {
  const amounts = brackets.map(({ amount }) => amount).sort((a, b) => a - b);
  const [least, most] = [amounts[0], amounts.at(-1)];
  if (least === undefined || most === undefined) return "Aucune tranche";
  const count = brackets.length === 1 ? "1 tranche" : `${brackets.length} tranches`;
  return least === most
    ? `${count}, ${formatCents(least)}`
    : `${count}, de ${formatCents(least)} à ${formatCents(most)}`;
}

export function sameRule(a: PriceRule | null, b: PriceRule | null): boolean {
  if (a?.kind === "brackets" && b?.kind === "brackets") {
    return (
      a.brackets.length === b.brackets.length &&
      a.brackets.every((one, i) => {
        const other = b.brackets[i];
        return one.from === other?.from && one.amount === other.amount;
      })
    );
  }
  if (a?.kind === "effort" && b?.kind === "effort")
    return a.rate === b.rate && a.floor === b.floor && a.ceiling === b.ceiling;
  if (a?.kind === "fixed" && b?.kind === "fixed") return a.amount === b.amount;
  return a === b;
}

/** The cells of `after` that are not those of the grid: what saving them would write. */
export function changedCells(
  grid: Pick<TariffGrid, "rules">,
  after: readonly GridCell[],
): (GridCell & { readonly before: PriceRule | null })[] {
  const rule = rulesOf(grid);
  return after
    .map((cell) => ({ ...cell, before: rule(cell.unitId, cell.categoryId) }))
    .filter((cell) => !sameRule(cell.before, cell.rule));
}

/** The units that a grid prices, by activity and in their order. */
export function unitsByActivity<A extends GridActivity>(
  activities: readonly A[],
  units: readonly PricedUnit[],
): { readonly activity: A; readonly units: readonly PricedUnit[] }[] {
  return activities
    .map((activity) => ({
      activity,
      units: units.filter(({ activityId }) => activityId === activity.id),
    }))
    .filter((group) => group.units.length > 0);
}
