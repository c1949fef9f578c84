import "server-only";
import type { Tx } from "@/lib/commit";
import type { ReportLine } from "@/lib/domain/town-import/import-plan";
import type { ComparedImport } from "./compare";
import type { TableRow } from "./read-table";

/** For a transaction, in milliseconds: ten thousand children take some seconds; on a slow host, more. */
export const MOST_MS = 60_000;

/** So many rows in a statement. */
const BATCH = 1000;

/** Parts of a list, for statements that take so many at once. */
export function inBatches<V>(all: readonly V[]): V[][] {
  const count = Math.ceil(all.length / BATCH);
  return Array.from({ length: count }, (_, i) => all.slice(i * BATCH, (i + 1) * BATCH));
}

/** Keeps a file's rows. A statement for each thousand. */
export async function writeRows(
  tx: Tx,
  importId: string,
  rows: readonly TableRow[],
): Promise<void> {
  for (const batch of inBatches(rows))
    await tx.$executeRaw`
      INSERT INTO "ImportRow" ("importId", line, cells)
      SELECT ${importId}::uuid, r.line, r.cells
      FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS r(line int, cells jsonb)`;
}

/** Keeps what a comparison says of each line, and what stands for it. A statement for each thousand. */
export async function writeReport(
  tx: Tx,
  importId: string,
  { lines, stamp }: Pick<ComparedImport, "lines" | "stamp">,
): Promise<void> {
  for (const batch of inBatches<ReportLine>(lines))
    await tx.$executeRaw`
      UPDATE "ImportRow" r SET report = said.report, verdict = (said.report ->> 'verdict')::"ImportVerdict"
      FROM jsonb_array_elements(${JSON.stringify(batch)}::jsonb) AS said(report)
      WHERE r."importId" = ${importId}::uuid AND r.line = (said.report ->> 'line')::int`;
  await tx.$executeRaw`UPDATE "TownImport" SET stamp = ${stamp} WHERE id = ${importId}::uuid`;
}
