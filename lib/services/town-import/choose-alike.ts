import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed } from "@/lib/commit";
import { done, refused, type Result } from "@/lib/domain/result";
import type { ImportChoice } from "@/lib/domain/town-import/import-plan";
import { compareWithTown, readKeptRows } from "./compare";
import { lockImport } from "./lock-import";
import { MOST_MS, writeReport } from "./write-rows";

export interface AlikeChosen {
  readonly importId: string;
  readonly line: number;
  /** What the agent says of the line's child. */
  readonly choice: ImportChoice;
  readonly idempotencyKey: string;
}

type ChooseRefusal = "not-found" | "import-done" | "import-columns";

/** Says whether the child of a doubtful line is the town's, or another; the whole file is compared anew. */
export async function chooseAlike(
  ctx: ActionContext<Authorized<"import-town">>,
  { idempotencyKey: key, ...payload }: AlikeChosen,
): Promise<Result<{ id: string }, ChooseRefusal | "key-reused">> {
  const { importId, line, choice } = payload;
  return commit(
    {
      accountId: ctx.proof.accountId,
      now: ctx.now,
      idempotency: { key, payload },
      mostMs: MOST_MS,
    },
    async (tx): Promise<Result<Committed<{ id: string }>, ChooseRefusal>> => {
      const its = await lockImport(tx, importId);
      if (!its) return refused("not-found");
      if (its.isDone) return refused("import-done");
      if (its.columns.length === 0) return refused("import-columns");
      const where = { importId, line, verdict: { not: null } };
      const { count } = await tx.importRow.updateMany({ where, data: { choice } });
      if (count === 0) return refused("not-found");
      const rows = await readKeptRows(tx, importId);
      const file = { rows, columns: its.columns, sentAt: its.sentAt };
      await writeReport(tx, importId, await compareWithTown(tx, file, ctx.moment));
      return done({
        value: { id: importId },
        events: [
          {
            kind: "import-line-decided",
            familyId: null,
            subject: `import ${importId}`,
            data: { line, choice },
          },
        ],
      });
    },
  );
}
