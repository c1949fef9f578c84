import { formatHundredths, parseCents, parseHundredths, type Cents } from "@/lib/domain/money";
import type { GridCell } from "@/lib/domain/tariff/grid";
import { boundsOf } from "@/lib/domain/tariff/grid";
import { bracketOf, formatRate, FULL_RATE, parseRate } from "@/lib/domain/tariff/rule";
import type { Bracket, PriceRule, RuleKind } from "@/lib/domain/tariff/rule";

/** One unit's rule as it stands in the form, texts as they were typed. */
export interface TypedCell {
  unitId: number;
  kind: RuleKind | "none";
  amount: string;
  /** One a bracket. */
  amounts: { text: string }[];
  rate: string;
  floor: string;
  ceiling: string;
}

/** The prices of an activity's units for one category. The brackets' lower bounds are theirs together. */
export interface TypedGrid {
  bounds: { text: string }[];
  cells: TypedCell[];
}

/** What must be mended: the field's name in the form, and a sentence. */
export interface TypedProblem {
  readonly field: string;
  readonly message: string;
}

/** 10 000 € for one day's unit, 1 000 000 of quotient: what lies beyond is a slip of the finger. */
const MOST = { amount: 1_000_000, bound: 100_000_000 };
export const MOST_BRACKETS = 20;

/** An amount as a form shows it: "2,08". */
export function typedAmount(amount: number): string {
  return formatHundredths(amount).replace(/\u202f/g, "");
}

/** A rate as a form shows it: "0,15". */
export function typedRate(rate: number): string {
  return formatRate(rate).replace(/\u00a0%$/, "");
}

/** Rules as a form shows them. Units whose brackets differ get the bounds of all of them. */
export function typedGridOf(
  cells: readonly { readonly unitId: number; readonly rule: PriceRule | null }[],
): TypedGrid {
  const bounds = boundsOf(cells.map(({ rule }) => rule));
  const from = bounds.length === 0 ? [0] : bounds;
  return {
    bounds: from.map((bound) => ({ text: typedAmount(bound) })),
    cells: cells.map(({ unitId, rule }) => ({ unitId, ...typedRule(rule, from) })),
  };
}

function typedRule(rule: PriceRule | null, bounds: readonly number[]): Omit<TypedCell, "unitId"> {
  const amountAt = (bound: number) => {
    const bracket = rule?.kind === "brackets" ? bracketOf(rule.brackets, bound) : null;
    return { text: bracket ? typedAmount(bracket.amount) : "" };
  };
  const effort = rule?.kind === "effort" ? rule : null;
  return {
    kind: rule?.kind ?? "none",
    amount: rule?.kind === "fixed" ? typedAmount(rule.amount) : "",
    amounts: bounds.map(amountAt),
    rate: effort ? typedRate(effort.rate) : "",
    floor: effort ? typedAmount(effort.floor) : "",
    ceiling: effort ? typedAmount(effort.ceiling) : "",
  };
}

type Read = (text: string, field: string, what: string, of?: "amount" | "bound") => Cents | null;

/** What was typed as rules, or everything that must be mended. The browser and the server ask the same. */
export function readTypedGrid(
  { bounds, cells }: TypedGrid,
  labelOf: (unitId: number) => string,
): { cells: Omit<GridCell, "categoryId">[]; problems: TypedProblem[] } {
  const problems: TypedProblem[] = [];
  const read: Read = (text, field, what, of = "amount") => {
    const problem = figureProblem(text, MOST[of]);
    if (problem === null) return parseCents(text);
    problems.push({ field, message: `${what}\u00a0: ${problem}` });
    return null;
  };
  const used = cells.some(({ kind }) => kind === "brackets");
  const from = used ? readBounds(bounds, read, problems) : [];
  const ruled = cells.map((cell, i) => {
    const at = { field: `cells.${i}`, label: labelOf(cell.unitId) };
    return { unitId: cell.unitId, rule: readRule(cell, from, at, read, problems) };
  });
  return { cells: ruled, problems };
}

/** What is wrong with an amount, or null. */
export function figureProblem(text: string, most: number = MOST.amount): string | null {
  if (text.trim() === "") return "écrivez un montant, par exemple 2,08.";
  if (/^\s*[-−–]/.test(text)) return "un montant ne peut pas être négatif.";
  const value = parseHundredths(text);
  if (value === null)
    return "ce n’est pas un montant. Écrivez des chiffres, deux après la virgule au plus, par exemple 2,08.";
  return value > most
    ? `c’est trop\u00a0: ${formatHundredths(most)} au plus. Vérifiez la virgule.`
    : null;
}

/** What is wrong with a share of the quotient, or null. */
export function rateProblem(text: string): string | null {
  if (text.trim() === "") return "écrivez un taux, par exemple 0,15.";
  if (/^\s*[-−–]/.test(text)) return "un taux ne peut pas être négatif.";
  const rate = parseRate(text);
  if (rate === null)
    return "ce n’est pas un taux. Écrivez des chiffres, quatre après la virgule au plus, par exemple 0,15.";
  if (rate === 0) return "un taux ne peut pas être nul.";
  return rate > FULL_RATE ? "un taux ne peut pas dépasser 100\u00a0%." : null;
}

function readBounds(
  bounds: TypedGrid["bounds"],
  read: Read,
  problems: TypedProblem[],
): (number | null)[] {
  const from = bounds.map(({ text }, i) =>
    i === 0 ? 0 : read(text, `bounds.${i}.text`, `Début de la tranche ${i + 1}`, "bound"),
  );
  from.forEach((bound, i) => {
    const before = from[i - 1];
    if (bound === null || before === null || before === undefined || bound > before) return;
    problems.push({
      field: `bounds.${i}.text`,
      message: `Début de la tranche ${i + 1}\u00a0: il doit dépasser celui de la tranche ${i} (${formatHundredths(before)}).`,
    });
  });
  return from;
}

function readRule(
  cell: TypedCell,
  bounds: readonly (number | null)[],
  { field, label }: { field: string; label: string },
  read: Read,
  problems: TypedProblem[],
): PriceRule | null {
  switch (cell.kind) {
    case "none":
      return null;
    case "fixed": {
      const amount = read(cell.amount, `${field}.amount`, `${label}, prix`);
      return amount === null ? null : { kind: "fixed", amount };
    }
    case "brackets":
      return readBrackets(cell, bounds, { field, label }, read);
    case "effort":
      return readEffort(cell, { field, label }, read, problems);
  }
}

function readBrackets(
  { amounts }: TypedCell,
  bounds: readonly (number | null)[],
  { field, label }: { field: string; label: string },
  read: Read,
): PriceRule | null {
  const brackets = bounds.map((from, i): Bracket | null => {
    const text = amounts[i]?.text ?? "";
    const amount = read(text, `${field}.amounts.${i}.text`, `${label}, tranche ${i + 1}`);
    return from === null || amount === null ? null : { from, amount };
  });
  return brackets.every((b) => b !== null) ? { kind: "brackets", brackets } : null;
}

function readEffort(
  cell: TypedCell,
  { field, label }: { field: string; label: string },
  read: Read,
  problems: TypedProblem[],
): PriceRule | null {
  const problem = rateProblem(cell.rate);
  if (problem !== null)
    problems.push({
      field: `${field}.rate`,
      message: `${label}, taux d’effort\u00a0: ${problem}`,
    });
  const floor = read(cell.floor, `${field}.floor`, `${label}, minimum`);
  const ceiling = read(cell.ceiling, `${field}.ceiling`, `${label}, maximum`);
  const rate = problem === null ? parseRate(cell.rate) : null;
  if (rate === null || floor === null || ceiling === null) return null;
  if (floor <= ceiling) return { kind: "effort", rate, floor, ceiling };
  problems.push({
    field: `${field}.floor`,
    message: `${label}\u00a0: le minimum dépasse le maximum.`,
  });
  return null;
}
