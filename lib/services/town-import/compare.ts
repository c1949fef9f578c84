import "server-only";
import { type Reader, readRows } from "@/lib/db/rows";
import { dayOf, type Moment } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import type { ImportCell } from "@/lib/domain/town-import/cells";
import type { ColumnMeaning } from "@/lib/domain/town-import/columns";
import type { ImportChoice, ImportPlan } from "@/lib/domain/town-import/import-plan";
import { planImport } from "@/lib/domain/town-import/plan-import";
import type { FileLine } from "@/lib/domain/town-import/line-texts";
import { readLine } from "@/lib/domain/town-import/read-line";
import { readPhone } from "@/lib/phone";
import { stampOf } from "@/lib/services/settings/stamp";
import { readKnownTown } from "./read-known-town";
import type { TableRow } from "./read-table";

/** A plan, and what stands for it. */
export interface ComparedImport extends ImportPlan {
  readonly stamp: string;
}

/** A row of a file that was kept. */
export interface KeptRow extends TableRow {
  readonly choice: ImportChoice | null;
}

/** Compares the rows of a file with the town as it is. Seven statements. */
export async function compareWithTown(
  db: Reader,
  file: {
    readonly rows: readonly KeptRow[];
    readonly columns: readonly ColumnMeaning[];
    /** When the file was sent: the same file always says the same. */
    readonly sentAt: Moment;
  },
  moment: Moment,
): Promise<ComparedImport> {
  const today = dayOf(moment);
  const source = `Import du ${formatDay(dayOf(file.sentAt), "numeric")}`;
  const lines = file.rows.map((row) =>
    readLine(fileLine(row, file.columns), { today, readPhone, source }),
  );
  const choices = new Map(
    file.rows.flatMap(({ line, choice }) => (choice === null ? [] : [[line, choice] as const])),
  );
  const plan = planImport(lines, await readKnownTown(db), { today, choices });
  return { ...plan, stamp: stampOf(plan) };
}

function fileLine({ line, cells }: TableRow, columns: readonly ColumnMeaning[]): FileLine {
  const named = columns.flatMap((meaning, i): [string, ImportCell][] =>
    meaning === "ignored" ? [] : [[meaning, cells[i] ?? ""]],
  );
  return { line, cells: Object.fromEntries(named) };
}

/** The rows of an import that was kept, in the file's order. One statement. */
export async function readKeptRows(db: Reader, importId: string): Promise<KeptRow[]> {
  return readRows<KeptRow>(db, "readKeptRows")`
    SELECT line, cells, choice::text AS choice FROM "ImportRow"
    WHERE "importId" = ${importId}::uuid ORDER BY line`;
}
