import { plainText } from "@/lib/domain/person";
import { headerOf, importFields, neededFields, type ImportField } from "./fields";

/** What a column of a file is: one of the portal's fields, or nothing that the portal takes. */
export type ColumnMeaning = ImportField | "ignored";

/** Two headers that are written alike but for accents, capitals and marks. */
const alike = (header: string) => plainText(header);

/** By plain header, the field: the template's own, and what exports of other software call the same. */
const known: ReadonlyMap<string, ImportField> = new Map(
  importFields.flatMap((field) => [[alike(headerOf(field)), field] as const]),
);

/** A file's columns as its own headers say them; null for those that say nothing to the portal. */
export function recognizeColumns(headers: readonly string[]): (ImportField | null)[] {
  return headers.map((header) => known.get(alike(header)) ?? null);
}

/** What stands for the headers of a file: the same for the next file of the same software. */
export function headerSignature(headers: readonly string[]): string {
  return headers.map(alike).join("|");
}

/** Why columns with these meanings cannot be read, in French; empty where they can. */
export function columnProblems(meanings: readonly ColumnMeaning[]): string[] {
  const count = (field: ImportField) => meanings.filter((one) => one === field).length;
  const twice = importFields
    .filter((field) => count(field) > 1)
    .map(
      (field) =>
        `Deux colonnes sont «\u00a0${headerOf(field)}\u00a0»\u00a0: gardez-en une, ignorez l’autre.`,
    );
  const missing = neededFields
    .filter((field) => count(field) === 0)
    .map((field) => `Aucune colonne n’est «\u00a0${headerOf(field)}\u00a0».`);
  return [...twice, ...missing];
}
