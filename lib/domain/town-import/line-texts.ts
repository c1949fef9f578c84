import { tidyCell, type ImportCell } from "./cells";
import { headerOf, importFields, type ImportField } from "./fields";

/** A line of the file, by field; what the file does not have is left out. `line`: as a spreadsheet counts, from 1. */
export interface FileLine {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<ImportField, ImportCell>>>;
}

/** What is wrong with a line. `column`: the header of the template; null where it is about the whole line. */
export interface LineProblem {
  readonly column: string | null;
  readonly message: string;
}

export type Texts = Readonly<Record<ImportField, string>>;
export type Problems = LineProblem[];

/** Says what is wrong with a column, once: its first reason is the one to mend. */
export function wrong(problems: Problems, field: ImportField, message: string): void {
  const column = headerOf(field);
  if (!problems.some((one) => one.column === column)) problems.push({ column, message });
}

/** The texts of a line by field; a cell that holds none is told. */
export function textsOf({ cells }: FileLine, problems: Problems): Texts {
  const textOf = (field: ImportField): string => {
    const cell = cells[field] ?? "";
    if (typeof cell === "string") return tidyCell(cell);
    wrong(problems, field, problemOf(cell));
    return "";
  };
  return Object.fromEntries(importFields.map((field) => [field, textOf(field)])) as Texts;
}

function problemOf(cell: Exclude<ImportCell, string>): string {
  if ("problem" in cell) return cell.problem;
  return "error" in cell
    ? `Cette cellule contient une erreur (${cell.error}).`
    : "Cette cellule est une formule sans résultat\u00a0: ouvrez le fichier, puis enregistrez-le à nouveau.";
}

/** Whether the line was put together from two files, and could not be. */
export function isToldAlone({ cells }: FileLine): boolean {
  return Object.values(cells).some((cell) => typeof cell === "object" && "problem" in cell);
}
