import { cents, shareOf, type Cents } from "@/lib/domain/money";
import {
  boundsOf,
  ruleInWords,
  rulesOf,
  sameRule,
  type TariffGrid,
} from "@/lib/domain/tariff/grid";
import {
  bracketInWords,
  bracketOf,
  type Bracket,
  type EffortRate,
  type PriceRule,
} from "@/lib/domain/tariff/rule";
import type { SheetFigure } from "@/lib/domain/tariff/sheet";
import type { Tariffs } from "@/lib/domain/tariff/version";

/** A figure of a cell that differs. `rate` in ten-thousandths of a percent, `amount` in cents. */
export interface FigureChange {
  /** Which figure of the rule it is: that of a quotient from `from` on, for brackets. */
  readonly figure: SheetFigure;
  readonly label: string;
  readonly measure: "amount" | "rate";
  readonly before: number;
  readonly after: number;
}

/** A cell that differs: its figures, or (another kind of rule, a new or a lost price) both in words. */
export interface CellChange {
  readonly unitId: number;
  readonly categoryId: number;
  readonly figures: readonly FigureChange[];
  readonly words: { readonly before: string; readonly after: string } | null;
}

/** The cells that differ between two grids, category by category, in the order of the units. */
export function gridDifferences(
  before: Pick<TariffGrid, "rules">,
  after: Pick<TariffGrid, "rules">,
  { units, categories }: Pick<Tariffs, "units" | "categories">,
): CellChange[] {
  const [was, is] = [rulesOf(before), rulesOf(after)];
  return categories.flatMap((category) =>
    units.flatMap((unit): CellChange[] => {
      const ids = { unitId: unit.id, categoryId: category.id };
      const change = ruleChange(was(unit.id, category.id), is(unit.id, category.id));
      return change === null ? [] : [{ ...ids, ...change }];
    }),
  );
}

/**
 * How a rule differs from another; null where every family pays the same. Brackets that were cut
 * differently are compared over all their bounds, so that each line has one old and one new amount.
 */
export function ruleChange(
  before: PriceRule | null,
  after: PriceRule | null,
): Pick<CellChange, "figures" | "words"> | null {
  if (sameRule(before, after)) return null;
  if (before?.kind === "fixed" && after?.kind === "fixed")
    return {
      words: null,
      figures: [amount({ kind: "fixed" }, "Prix fixe", before.amount, after.amount)],
    };
  if (before?.kind === "effort" && after?.kind === "effort")
    return { words: null, figures: effortFigures(before, after) };
  if (before?.kind === "brackets" && after?.kind === "brackets") {
    const figures = bracketFigures(before, after);
    return figures.length === 0 ? null : { words: null, figures };
  }
  return { figures: [], words: { before: ruleInWords(before), after: ruleInWords(after) } };
}

function amount(figure: SheetFigure, label: string, before: Cents, after: Cents): FigureChange {
  return { figure, label, measure: "amount", before, after };
}

function effortFigures(before: EffortRate, after: EffortRate): FigureChange[] {
  const figures: FigureChange[] = [
    {
      figure: { kind: "rate" },
      label: "Taux d’effort",
      measure: "rate",
      before: before.rate,
      after: after.rate,
    },
    amount({ kind: "floor" }, "Minimum", before.floor, after.floor),
    amount({ kind: "ceiling" }, "Maximum", before.ceiling, after.ceiling),
  ];
  return figures.filter((figure) => figure.before !== figure.after);
}

type Brackets = Extract<PriceRule, { kind: "brackets" }>;

function bracketFigures(before: Brackets, after: Brackets): FigureChange[] {
  const all: Bracket[] = boundsOf([before, after]).map((from) => ({ from, amount: cents(0) }));
  return all.flatMap((bracket) => {
    const was = bracketOf(before.brackets, bracket.from);
    const is = bracketOf(after.brackets, bracket.from);
    if (!was || !is || was.amount === is.amount) return [];
    const figure = { kind: "bracket", from: bracket.from } as const;
    const label = `Quotient ${bracketInWords(all, bracket)}`;
    return [amount(figure, label, was.amount, is.amount)];
  });
}

/** How many amounts go up and down, and by how much on average, in tenths of a percent. */
export function summaryOf(changes: readonly CellChange[]): {
  readonly up: number;
  readonly down: number;
  /** Cells that change their kind of rule, and rates. */
  readonly other: number;
  readonly average: number | null;
} {
  const figures = changes.flatMap((change) => change.figures);
  const amounts = figures.filter(({ measure }) => measure === "amount");
  const relative = amounts
    .map(({ before, after }) => relativeChange(before, after))
    .filter((tenths) => tenths !== null);
  const sum = relative.reduce((total, tenths) => total + tenths, 0);
  return {
    up: amounts.filter(({ before, after }) => after > before).length,
    down: amounts.filter(({ before, after }) => after < before).length,
    other: changes.filter(({ words }) => words !== null).length + figures.length - amounts.length,
    average: relative.length === 0 ? null : shareOf(sum, 1, relative.length),
  };
}

/** A relative change in tenths of a percent, half-up; null where there was nothing before. */
export function relativeChange(before: number, after: number): number | null {
  return before > 0 ? shareOf(after - before, 1000, before) : null;
}

/** "+2,3 %", "−10 %", "0 %"; "–" where there is none. */
export function relativeInWords(tenths: number | null): string {
  if (tenths === null) return "–";
  const digits = Math.abs(tenths);
  const decimal = digits % 10 === 0 ? "" : `,${digits % 10}`;
  const sign = tenths > 0 ? "+" : tenths < 0 ? "−" : "";
  return `${sign}${Math.floor(digits / 10)}${decimal}\u00a0%`;
}
