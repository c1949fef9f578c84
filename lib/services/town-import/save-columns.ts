import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import { done, refused, type Result } from "@/lib/domain/result";
import {
  columnProblems,
  headerSignature,
  type ColumnMeaning,
} from "@/lib/domain/town-import/columns";
import { compareWithTown, readKeptRows } from "./compare";
import { lockImport } from "./lock-import";
import { MOST_MS, writeReport } from "./write-rows";

export interface ColumnsToSave {
  readonly importId: string;
  /** One for each column of the file. */
  readonly columns: readonly ColumnMeaning[];
  readonly idempotencyKey: string;
}

type ColumnsRefusal = "not-found" | "import-done" | "import-columns";

/** Says what the columns of a file are, remembers it for the next one with the same headers, and compares. */
export async function saveColumns(
  ctx: ActionContext<Authorized<"import-town">>,
  { idempotencyKey: key, ...payload }: ColumnsToSave,
): Promise<Result<{ id: string }, ColumnsRefusal | "key-reused">> {
  const { importId, columns } = payload;
  return commit(
    {
      accountId: ctx.proof.accountId,
      now: ctx.now,
      idempotency: { key, payload },
      mostMs: MOST_MS,
    },
    async (tx): Promise<Result<Committed<{ id: string }>, ColumnsRefusal>> => {
      const its = await lockImport(tx, importId);
      if (!its) return refused("not-found");
      if (its.isDone) return refused("import-done");
      if (columns.length !== its.headers.length || columnProblems(columns).length > 0)
        return refused("import-columns");
      const said = { columns: [...columns], writtenAt: instantToDate(ctx.now) };
      const signature = headerSignature(its.headers);
      await tx.importMapping.upsert({
        where: { signature },
        create: { signature, ...said },
        update: said,
      });
      await tx.townImport.update({ where: { id: importId }, data: { columns: [...columns] } });
      const rows = await readKeptRows(tx, importId);
      const file = { rows, columns, sentAt: its.sentAt };
      await writeReport(tx, importId, await compareWithTown(tx, file, ctx.moment));
      return done({
        value: { id: importId },
        events: [
          {
            kind: "import-columns-said",
            familyId: null,
            subject: `import ${importId}`,
            data: { columns: [...columns] },
          },
        ],
      });
    },
  );
}
