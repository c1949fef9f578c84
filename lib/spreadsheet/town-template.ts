import "server-only";
import writeWorkbook, { type Row } from "write-excel-file/node";
import { exampleOf, headerOf, importFields, neededFields } from "@/lib/domain/town-import/fields";

const head = { fontWeight: "bold", wrap: true, backgroundColor: "#ece4d8" } as const;

/** The template of an import as an .xlsx file: its columns, all of them texts, and how to fill them. */
export async function townTemplate(): Promise<Buffer> {
  return writeWorkbook([
    {
      sheet: "Familles",
      data: [importFields.map((field) => ({ ...head, value: headerOf(field) }))],
      columns: importFields.map(() => ({ width: 18 })),
      stickyRowsCount: 1,
      orientation: "landscape",
    },
    {
      sheet: "Mode d’emploi",
      data: [...instructions.map(instructionRow), columnsHead, ...importFields.map(columnRow)],
      columns: [{ width: 38 }, { width: 30 }, { width: 16 }],
    },
  ]).toBuffer();
}

const instructions = [
  "Une ligne par enfant\u00a0; une ligne de plus, avec les mêmes informations, pour chaque inscription de plus.",
  "Les enfants d’une même famille ont le même numéro, et leurs responsables sont écrits de la même façon à chaque ligne.",
  "Une case vide ne retire rien de ce que le portail connaît. Aucune invitation ne part avec l’import.",
  "Le groupe d’une inscription s’écrit par son code. Sans dates, l’inscription dure autant que le groupe.",
  "N’ajoutez pas de feuille avant celle-ci, ne fusionnez pas de cellules, gardez la première ligne.",
];

const instructionRow = (line: string): Row => [
  { value: line, wrap: true, columnSpan: 3 },
  null,
  null,
];

const columnsHead: Row = ["Colonne", "Exemple", "Nécessaire"].map((value) => ({ ...head, value }));

const columnRow = (field: (typeof importFields)[number]): Row => [
  { value: headerOf(field) },
  { value: exampleOf(field) },
  { value: neededFields.includes(field) ? "oui" : "" },
];
