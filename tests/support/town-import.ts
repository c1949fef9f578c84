import { prisma } from "@/lib/db";
import { headerOf, importFields, type ImportField } from "@/lib/domain/town-import/fields";
import { carryOutImport } from "@/lib/services/town-import/carry-out";
import { prepareImport } from "@/lib/services/town-import/prepare-import";
import { readImport, readReport, type ShownLine } from "@/lib/services/town-import/read-imports";
import { townAgentContext } from "./actors";
import { anAccount } from "./builders/account";

export type FileRow = Readonly<Partial<Record<ImportField, string>>>;

/** A child of the Martins, whole and right; what is given stands in the place of it. */
export function aRow(its: FileRow = {}): FileRow {
  return {
    familyKey: "F1",
    g1Civility: "Mme",
    g1LastName: "Martin",
    g1FirstName: "Claire",
    g1Email: "claire.martin@exemple.fr",
    g1Phone: "06 39 98 10 01",
    g1Street: "3 place du Marché",
    g1Postcode: "91000",
    g1City: "Clairval-sur-Orge",
    childLastName: "Martin",
    childFirstName: "Léa",
    birthDate: "14/03/2019",
    school: "École Prévert",
    schoolClass: "CP",
    ...its,
  };
}

/** The template with these rows, as a spreadsheet saves it. */
export function csvOf(
  rows: readonly FileRow[],
  fields: readonly ImportField[] = importFields,
): string {
  const line = (cells: readonly string[]) =>
    cells.map((cell) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(";");
  return [
    line(fields.map(headerOf)),
    ...rows.map((row) => line(fields.map((field) => row[field] ?? ""))),
  ].join("\r\n");
}

export async function anImporter(when = "2026-11-28T10:00") {
  return townAgentContext(await anAccount(prisma, { role: "administrator" }), when);
}

type Importer = Awaited<ReturnType<typeof anImporter>>;

/** Sends a file; the number of the import, or why it is refused. */
export async function send(ctx: Importer, content: string | Uint8Array, other?: Uint8Array) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const file = { name: "familles.csv", content: bytes, idempotencyKey: crypto.randomUUID() };
  return prepareImport(ctx, other ? { ...file, other } : file);
}

/** Sends a file that is read: its number and its report, in the file's order. */
export async function prepared(ctx: Importer, content: string | Uint8Array) {
  const sent = await send(ctx, content);
  if (!sent.ok) throw new Error(sent.refusal);
  return shown(ctx, sent.value.id);
}

export async function shown(ctx: Importer, id: string) {
  const its = await readImport(ctx.proof, id);
  if (!its) throw new Error("No such import");
  const lines = await readReport(ctx.proof, id);
  return { ...its, report: lines };
}

/** Does what the report says. */
export async function carryOut(ctx: Importer, id: string, leavesOut = true) {
  const its = await readImport(ctx.proof, id);
  return carryOutImport(ctx, {
    importId: id,
    shown: its?.stamp ?? "",
    leavesOut,
    idempotencyKey: crypto.randomUUID(),
  });
}

/** A line in short: "3 wrong: Enfant - Né(e) le: Cette date est à venir…". */
export function inShort({ line, verdict, changes, problems }: ShownLine): string {
  const said = [
    ...changes.map(({ what, was, now }) => `${what}: ${was ?? "rien"} > ${now}`),
    ...problems.map(({ column, message }) => `${column ?? "ligne"}: ${message}`),
  ];
  return [`${line} ${verdict}`, ...said].join(" | ").replaceAll("\u00a0", " ");
}
