import {
  boundsOf,
  rulesOf,
  unitsByActivity,
  type GridActivity,
  type TariffGrid,
} from "@/lib/domain/tariff/grid";
import { typedAmount } from "@/lib/domain/tariff/typed-grid";
import type { PriceRule } from "@/lib/domain/tariff/rule";
import type { PricedUnit, TariffCategory } from "@/lib/domain/tariff/version";

/** What a column of the spreadsheet holds for its category. */
export type SheetFigure =
  | { readonly kind: "fixed" }
  | { readonly kind: "bracket"; readonly from: number }
  | { readonly kind: "rate" }
  | { readonly kind: "floor" }
  | { readonly kind: "ceiling" };

/** A text, or a number: euros (two decimals) or percents (four). Null: an empty cell. */
export type SheetCell =
  { readonly text: string } | { readonly amount: number } | { readonly rate: number } | null;

/**
 * A value as the file holds it. `error`: of the spreadsheet itself, "#REF!". `formula`: without a stored result.
 * `percent`: a number that is shown with a percent sign, as it is shown.
 */
export type SheetValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | { readonly error: string }
  | { readonly formula: true }
  | { readonly percent: number };

/** What is wrong in the file, and where: "B7". */
export interface SheetProblem {
  readonly ref: string;
  readonly message: string;
}

export interface TariffSheet {
  /** Two rows of header: the categories, then what their columns hold. */
  readonly categories: readonly { readonly label: string; readonly columns: readonly string[] }[];
  /** Activity, unit, then a cell a column. */
  readonly rows: readonly (readonly SheetCell[])[];
}

export interface SheetContext {
  readonly activities: readonly GridActivity[];
  readonly units: readonly PricedUnit[];
  readonly categories: readonly TariffCategory[];
}

export const SHEET_NAME = "Tarifs";
/** Activity and unit. */
export const LABEL_COLUMNS = 2;
/** The categories, then what their columns hold. */
export const HEADER_ROWS = 2;

/** A grid as a town edits it in a spreadsheet: only the columns that a category's rules need. */
export function sheetOf(grid: Pick<TariffGrid, "rules">, context: SheetContext): TariffSheet {
  const rule = rulesOf(grid);
  const categories = context.categories.map((category) => ({
    ...category,
    figures: figuresOf(context.units.map((unit) => rule(unit.id, category.id))),
  }));
  const rows = unitsByActivity(context.activities, context.units).flatMap(({ activity, units }) =>
    units.map((unit): SheetCell[] => [
      { text: activity.label },
      { text: unit.label },
      ...categories.flatMap(({ id, figures }) =>
        figures.map((figure) => cellOf(rule(unit.id, id), figure)),
      ),
    ]),
  );
  return {
    categories: categories.map(({ label, figures }) => ({
      label,
      columns: figures.map(figureHeader),
    })),
    rows,
  };
}

function figuresOf(rules: readonly (PriceRule | null)[]): SheetFigure[] {
  const effort: SheetFigure[] = [{ kind: "rate" }, { kind: "floor" }, { kind: "ceiling" }];
  return [
    { kind: "fixed" },
    ...boundsOf(rules).map((from): SheetFigure => ({ kind: "bracket", from })),
    ...(rules.some((rule) => rule?.kind === "effort") ? effort : []),
  ];
}

export function figureHeader(figure: SheetFigure): string {
  switch (figure.kind) {
    case "fixed":
      return "Prix fixe (€)";
    case "bracket":
      return `QF à partir de ${typedAmount(figure.from)} (€)`;
    case "rate":
      return "Taux d’effort (%)";
    case "floor":
      return "Minimum (€)";
    case "ceiling":
      return "Maximum (€)";
  }
}

function cellOf(rule: PriceRule | null, figure: SheetFigure): SheetCell {
  switch (figure.kind) {
    case "fixed":
      return rule?.kind === "fixed" ? { amount: rule.amount } : null;
    case "bracket": {
      const brackets = rule?.kind === "brackets" ? rule.brackets : [];
      const bracket = brackets.find(({ from }) => from === figure.from);
      return bracket ? { amount: bracket.amount } : null;
    }
    case "rate":
      return rule?.kind === "effort" ? { rate: rule.rate } : null;
    case "floor":
    case "ceiling":
      return rule?.kind === "effort" ? { amount: rule[figure.kind] } : null;
  }
}

/** "B7", "AC12": as a spreadsheet names a cell. `row` and `column` count from 0. */
export function cellRef(row: number, column: number): string {
  let letters = "";
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  return `${letters}${row + 1}`;
}
