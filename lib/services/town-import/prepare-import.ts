import "server-only";
import { randomUUID } from "node:crypto";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed } from "@/lib/commit";
import { instantToDate, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { done, refused, type Result } from "@/lib/domain/result";
import type { ImportCell } from "@/lib/domain/town-import/cells";
import {
  columnProblems,
  headerSignature,
  recognizeColumns,
  type ColumnMeaning,
} from "@/lib/domain/town-import/columns";
import { headerOf, importFields } from "@/lib/domain/town-import/fields";
import {
  isOndeGuardians,
  isOndePupils,
  joinOnde,
  type FileTable,
} from "@/lib/domain/town-import/onde";
import { compareWithTown } from "./compare";
import { readTable, type TableRefusal, type TableRow } from "./read-table";
import { MOST_MS, writeReport, writeRows } from "./write-rows";

export interface FileToImport {
  readonly name: string;
  readonly content: Uint8Array;
  /** Of ONDE, the other list: that of the guardians, or of the pupils. */
  readonly other?: Uint8Array;
  readonly idempotencyKey: string;
}

type PrepareRefusal =
  TableRefusal | "import-empty" | "import-column-twice" | "import-onde-other" | "import-one-file";

/**
 * Reads a file of families and compares it with the town, line by line; of families nothing is written. What
 * it says is kept, so that one may leave and come back. Where its columns are unknown they are asked first.
 */
export async function prepareImport(
  ctx: ActionContext<Authorized<"import-town">>,
  { name, content, other, idempotencyKey: key }: FileToImport,
): Promise<Result<{ id: string }, PrepareRefusal | "key-reused">> {
  const table = await tableOf(ctx.proof.accountId, content, other ?? null);
  if (!table.ok) return table;
  const { headers, rows: filled } = table.value;
  if (isTwice(headers)) return refused("import-column-twice");
  const columns = await knownColumns(headers);
  const rows = filled.map((row) => ({ ...row, choice: null }));
  const compared =
    columns && (await compareWithTown(prisma, { rows, columns, sentAt: ctx.moment }, ctx.moment));
  const payload = { name, headers, rows: filled.length };
  return commit(
    {
      accountId: ctx.proof.accountId,
      now: ctx.now,
      idempotency: { key, payload },
      mostMs: MOST_MS,
    },
    async (tx): Promise<Result<Committed<{ id: string }>, PrepareRefusal>> => {
      const id = randomUUID();
      await tx.townImport.create({
        data: {
          id,
          accountId: ctx.proof.accountId,
          fileName: name.slice(0, 200),
          createdAt: instantToDate(ctx.now),
          headers,
          columns: columns ?? [],
        },
      });
      await writeRows(tx, id, filled);
      if (compared) await writeReport(tx, id, compared);
      const data = { file: name.slice(0, 200), lines: filled.length };
      return done({
        value: { id },
        events: [{ kind: "import-prepared", familyId: null, subject: `import ${id}`, data }],
      });
    },
  );
}

/** The table of a file, or of the two lists of ONDE put together. */
async function tableOf(
  accountId: string,
  content: Uint8Array,
  other: Uint8Array | null,
): Promise<Result<FileTable, PrepareRefusal>> {
  const first = await readFileTable(accountId, content);
  if (!first.ok) return first;
  const isOnde = isOndePupils(first.value) || isOndeGuardians(first.value);
  if (other === null) return isOnde ? refused("import-onde-other") : first;
  const second = await readFileTable(accountId, other);
  if (!second.ok) return second;
  const both = [first.value, second.value];
  const pupils = both.find(isOndePupils);
  const guardians = both.find(isOndeGuardians);
  if (!pupils || !guardians) return refused(isOnde ? "import-onde-other" : "import-one-file");
  return done({ headers: importFields.map(headerOf), rows: joinOnde(pupils, guardians) });
}

async function readFileTable(
  accountId: string,
  content: Uint8Array,
): Promise<Result<FileTable, PrepareRefusal>> {
  const read = await readTable(accountId, content);
  if (!read.ok) return read;
  const [first, ...rows] = read.value;
  return first && rows.length > 0
    ? done({ headers: headersOf(first), rows })
    : refused("import-empty");
}

/** Headers as texts. */
function headersOf({ cells }: TableRow): string[] {
  return cells.map((cell: ImportCell) => (typeof cell === "string" ? cell.trim() : ""));
}

/** A column twice: nothing tells which of the two is meant. */
function isTwice(headers: readonly string[]): boolean {
  const named = recognizeColumns(headers).filter((field) => field !== null);
  return new Set(named).size < named.length;
}

/** What the columns are, by the template's own headers or as an agent said it of such a file before; null: nobody knows. */
async function knownColumns(headers: readonly string[]): Promise<ColumnMeaning[] | null> {
  const recognized = recognizeColumns(headers);
  const own = recognized.map((field): ColumnMeaning => field ?? "ignored");
  if (headers.every((header, i) => header === "" || recognized[i] !== null))
    if (columnProblems(own).length === 0) return own;
  const [said] = await readRows<{ columns: ColumnMeaning[] }>(prisma, "knownColumns")`
    SELECT columns FROM "ImportMapping" WHERE signature = ${headerSignature(headers)}`;
  return said?.columns ?? null;
}
