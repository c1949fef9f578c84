import "server-only";
import type { Tx } from "@/lib/commit";
import { dateToInstant } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { momentOfInstant, type Moment } from "@/lib/domain/day";
import type { ColumnMeaning } from "@/lib/domain/town-import/columns";

export interface LockedImport {
  readonly fileName: string;
  readonly headers: readonly string[];
  /** Empty while nobody has said what the columns are. */
  readonly columns: readonly ColumnMeaning[];
  readonly stamp: string | null;
  readonly sentAt: Moment;
  readonly isDone: boolean;
}

/** Holds an import until the end of the transaction; null where there is none. */
export async function lockImport(tx: Tx, importId: string): Promise<LockedImport | null> {
  // Comparing a whole file is the server's work: the database waits longer for it than for a page (ADR 0022).
  await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = '60s'`;
  const [row] = await readRows<{
    fileName: string;
    headers: string[];
    columns: ColumnMeaning[];
    stamp: string | null;
    createdAt: Date;
    isDone: boolean;
  }>(tx, "lockImport")`
    SELECT "fileName", headers, columns, stamp, "createdAt", "importedAt" IS NOT NULL AS "isDone"
    FROM "TownImport" WHERE id = ${importId}::uuid FOR UPDATE`;
  if (!row) return null;
  const { createdAt, ...its } = row;
  return { ...its, sentAt: momentOfInstant(dateToInstant(createdAt)) };
}
