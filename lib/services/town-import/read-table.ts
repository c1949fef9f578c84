import "server-only";
import { done, refused, type Result } from "@/lib/domain/result";
import type { ImportCell } from "@/lib/domain/town-import/cells";
import { readApart } from "@/lib/reading/read-apart";

/** A filled row of a file, with its number as a spreadsheet counts. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly ImportCell[];
}

/** Larger than a large town: twenty thousand children, each with an inscription or two in a row of its own. */
const most = { bytes: 120_000_000, rows: 25_000, columns: 120 };

const refusals = [
  "table-unreadable",
  "table-too-large",
  "table-encoding",
  "table-merged",
  "table-1904",
] as const;
export type TableRefusal = (typeof refusals)[number] | "file-too-complex" | "reading-busy";

interface TableAnswer {
  readonly ok: boolean;
  readonly value?: readonly TableRow[];
  readonly refusal?: string;
}

/** The filled rows of a table (.xlsx, .csv), read outside of the server; a refusal where it is none. */
export async function readTable(
  accountId: string,
  content: Uint8Array,
): Promise<Result<readonly TableRow[], TableRefusal>> {
  const read = await readApart<TableAnswer>(accountId, { kind: "table", most }, content);
  if (!read.ok) return read;
  const { answer } = read.value;
  if (answer.value) return done(answer.value);
  return refused(refusals.find((one) => one === answer.refusal) ?? "table-unreadable");
}
