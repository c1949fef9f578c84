import { cents, parseHundredths, type Cents } from "@/lib/domain/money";
import type { GridCell } from "@/lib/domain/tariff/grid";
import { parseRate, ruleFault, type PriceRule } from "@/lib/domain/tariff/rule";
import { cellFaultWords } from "@/lib/domain/tariff/completeness";
import {
  cellRef,
  HEADER_ROWS,
  type SheetContext,
  type SheetFigure,
  type SheetProblem,
  type SheetValue,
} from "@/lib/domain/tariff/sheet";
import { readColumns, sameText, textOf, type SheetColumn } from "@/lib/domain/tariff/sheet-columns";
import { figureProblem, rateProblem, typedRate } from "@/lib/domain/tariff/typed-grid";

/**
 * The cells that a filled spreadsheet says, for the rows and the categories that stand in it; what it
 * leaves out is not touched. With a problem there are no cells to apply.
 */
export function readSheet(
  rows: readonly (readonly SheetValue[])[],
  context: SheetContext,
): { cells: GridCell[]; problems: SheetProblem[] } {
  const problems: SheetProblem[] = [];
  const columns = readColumns(rows, context.categories, problems);
  const seen = new Set<number>();
  const cells: GridCell[] = [];
  rows.slice(HEADER_ROWS).forEach((row, i) => {
    const at = i + HEADER_ROWS;
    if (row.every((value) => textOf(value) === "")) return;
    const unitId = unitOfRow(row, at, context, problems);
    if (unitId === null) return;
    if (seen.has(unitId)) {
      problems.push({ ref: cellRef(at, 1), message: "cette prestation a déjà une ligne." });
      return;
    }
    seen.add(unitId);
    for (const categoryId of new Set(columns.map((c) => c.categoryId))) {
      const its = columns.filter((column) => column.categoryId === categoryId);
      cells.push({ unitId, categoryId, rule: readRule(row, at, its, problems) });
    }
  });
  if (seen.size === 0 && problems.length === 0)
    problems.push({ ref: cellRef(HEADER_ROWS, 0), message: "aucune ligne de prix ici." });
  return { cells, problems };
}

function unitOfRow(
  row: readonly SheetValue[],
  at: number,
  { activities, units }: SheetContext,
  problems: SheetProblem[],
): number | null {
  const activity = activities.find(({ label }) => sameText(label, row[0]));
  if (!activity) {
    const said = textOf(row[0]);
    const message =
      said === ""
        ? "le nom de l’activité manque."
        : `l’activité «\u00a0${said}\u00a0» n’existe pas.`;
    problems.push({ ref: cellRef(at, 0), message });
    return null;
  }
  const unit = units.find((u) => u.activityId === activity.id && sameText(u.label, row[1]));
  if (unit) return unit.id;
  const said = textOf(row[1]);
  const message =
    said === ""
      ? "le nom de la prestation manque."
      : `«\u00a0${said}\u00a0» n’est pas une prestation de «\u00a0${activity.label}\u00a0».`;
  problems.push({ ref: cellRef(at, 1), message });
  return null;
}

interface Filled {
  readonly column: SheetColumn;
  readonly ref: string;
  /** In cents, or in ten-thousandths of a percent. Null: unreadable, and said. */
  readonly figure: Cents | number | null;
}

function readRule(
  row: readonly SheetValue[],
  at: number,
  columns: readonly SheetColumn[],
  problems: SheetProblem[],
): PriceRule | null {
  const filled = columns.flatMap((column): Filled[] => {
    const value = row[column.at];
    if (textOf(value) === "") return [];
    const ref = cellRef(at, column.at);
    return [{ column, ref, figure: readFigure(value, column.figure, ref, problems) }];
  });
  const [first] = filled;
  if (!first) return null;
  const odd = filled.find((f) => ruleKind(f.column.figure) !== ruleKind(first.column.figure));
  if (odd) {
    const message =
      "cette ligne mélange prix fixe, tranches et taux d’effort\u00a0: n’en gardez qu’un par catégorie.";
    problems.push({ ref: odd.ref, message });
    return null;
  }
  if (filled.some(({ figure }) => figure === null)) return null;
  const rule = ruleOf(filled);
  const fault = rule === null ? "le taux, le minimum et le maximum vont ensemble" : faultOf(rule);
  if (fault === null) return rule;
  problems.push({ ref: first.ref, message: `${fault}.` });
  return null;
}

function faultOf(rule: PriceRule): string | null {
  const fault = ruleFault(rule);
  return fault === null ? null : cellFaultWords[fault];
}

function ruleKind({ kind }: SheetFigure): PriceRule["kind"] {
  if (kind === "fixed") return "fixed";
  return kind === "bracket" ? "brackets" : "effort";
}

function ruleOf(filled: readonly Filled[]): PriceRule | null {
  const figureOf = (kind: SheetFigure["kind"]) =>
    filled.find(({ column }) => column.figure.kind === kind)?.figure ?? null;
  const fixed = figureOf("fixed");
  if (fixed !== null) return { kind: "fixed", amount: cents(fixed) };
  const brackets = filled.flatMap(({ column: { figure }, figure: amount }) =>
    figure.kind === "bracket" && amount !== null
      ? [{ from: figure.from, amount: cents(amount) }]
      : [],
  );
  if (brackets.length > 0)
    return { kind: "brackets", brackets: brackets.sort((a, b) => a.from - b.from) };
  const [rate, floor, ceiling] = [figureOf("rate"), figureOf("floor"), figureOf("ceiling")];
  if (rate === null || floor === null || ceiling === null) return null;
  return { kind: "effort", rate, floor: cents(floor), ceiling: cents(ceiling) };
}

/** A spreadsheet keeps 2,08 as a binary number: it is read as the decimals that it shows. */
function readFigure(
  value: SheetValue,
  figure: SheetFigure,
  ref: string,
  problems: SheetProblem[],
): number | null {
  const isRate = figure.kind === "rate";
  const text = figureText(value, isRate);
  const problem = unreadable(value, isRate) ?? (isRate ? rateProblem(text) : figureProblem(text));
  if (problem !== null) {
    problems.push({ ref, message: problem });
    return null;
  }
  return isRate ? parseRate(text) : parseHundredths(text);
}

/** A percent is read as what is shown, where percents are asked. */
function figureText(value: SheetValue, isRate: boolean): string {
  if (typeof value === "number") return decimals(value);
  if (isRate && typeof value === "object" && value !== null && "percent" in value)
    return decimals(value.percent);
  return textOf(value);
}

/** What a spreadsheet could not work out, or shows as something else than what is asked, is a fault. */
function unreadable(value: SheetValue, isRate: boolean): string | null {
  if (typeof value !== "object" || value === null) return null;
  if ("error" in value)
    return `cette cellule contient l’erreur «\u00a0${value.error}\u00a0»\u00a0: corrigez-la dans votre tableur.`;
  if ("formula" in value)
    return "cette formule n’a pas de résultat enregistré\u00a0: ouvrez le fichier dans votre tableur, enregistrez-le, puis importez-le à nouveau.";
  return isRate
    ? null
    : `cette cellule est un pourcentage (${textOf(value)})\u00a0: écrivez un prix en euros.`;
}

function decimals(value: number): string {
  const rounded = Math.round(value * 10_000);
  const exact = Number.isSafeInteger(rounded) && Math.abs(value * 10_000 - rounded) < 1e-6;
  if (!exact || rounded < 0) return String(value);
  return typedRate(rounded);
}
