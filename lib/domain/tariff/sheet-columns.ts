import { parseHundredths } from "@/lib/domain/money";
import {
  cellRef,
  LABEL_COLUMNS,
  type SheetFigure,
  type SheetProblem,
  type SheetValue,
} from "@/lib/domain/tariff/sheet";
import type { TariffCategory } from "@/lib/domain/tariff/version";

/** A column of figures. `at` counts from 0. */
export interface SheetColumn {
  readonly at: number;
  readonly categoryId: number;
  readonly figure: SheetFigure;
}

/**
 * What the columns hold, from the two rows of header. A category's name stands over its first column
 * (the cells beside it are merged, or empty) and goes on until the next name.
 */
export function readColumns(
  rows: readonly (readonly SheetValue[])[],
  categories: readonly TariffCategory[],
  problems: SheetProblem[],
): SheetColumn[] {
  const [names = [], heads = []] = rows;
  const columns: SheetColumn[] = [];
  let category: TariffCategory | null = null;
  for (let at = LABEL_COLUMNS; at < Math.max(names.length, heads.length); at++) {
    const name = textOf(names[at]);
    if (name !== "") {
      category = categories.find(({ label }) => sameText(label, name)) ?? null;
      if (!category) {
        const message = `la catégorie «\u00a0${name}\u00a0» n’existe pas.`;
        problems.push({ ref: cellRef(0, at), message });
      }
    }
    const figure = category && readHead(textOf(heads[at]), cellRef(1, at), problems);
    if (!category || !figure) continue;
    const column = { at, categoryId: category.id, figure };
    if (columns.some((other) => isSame(other, column)))
      problems.push({
        ref: cellRef(1, at),
        message: "cette colonne est deux fois dans la catégorie.",
      });
    else columns.push(column);
  }
  if (columns.length === 0 && problems.length === 0)
    problems.push({
      ref: cellRef(0, LABEL_COLUMNS),
      message: "le nom des catégories manque sur la première ligne.",
    });
  return columns;
}

function isSame(a: SheetColumn, b: SheetColumn): boolean {
  return a.categoryId === b.categoryId && JSON.stringify(a.figure) === JSON.stringify(b.figure);
}

function readHead(text: string, ref: string, problems: SheetProblem[]): SheetFigure | null {
  if (text === "") return null;
  const plain = plainText(text);
  if (plain.startsWith("prix fixe")) return { kind: "fixed" };
  if (plain.startsWith("taux")) return { kind: "rate" };
  if (plain.startsWith("minimum")) return { kind: "floor" };
  if (plain.startsWith("maximum")) return { kind: "ceiling" };
  const found = /^qf a partir de ([^(€]+)/.exec(plain);
  const from = found ? parseHundredths(found[1] ?? "") : null;
  if (from !== null) return { kind: "bracket", from };
  const message = `cet en-tête ne se lit pas\u00a0: «\u00a0${text}\u00a0». Voyez la feuille «\u00a0Mode d’emploi\u00a0».`;
  problems.push({ ref, message });
  return null;
}

export function textOf(value: SheetValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value).trim();
  if ("error" in value) return value.error;
  return "percent" in value ? `${value.percent}\u00a0%` : "=";
}

/** Without accents, capitals, typographic signs or double spaces: as people type a name again. */
function plainText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("’", "'")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

export function sameText(label: string, value: SheetValue): boolean {
  return plainText(label) === plainText(textOf(value));
}
