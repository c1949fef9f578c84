import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed, type Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import { done, refused, type Result } from "@/lib/domain/result";
import { changedCells, type GridCell } from "@/lib/domain/tariff/grid";
import { ruleFault } from "@/lib/domain/tariff/rule";
import { countSave, lockTariffDraft, type DraftRefusal } from "./lock-tariffs";

export interface CellsToSave {
  readonly versionId: number;
  /** Which the agent saw. */
  readonly revision: number;
  /** A cell without a rule loses its price. Cells that are as they were are left alone. */
  readonly cells: readonly GridCell[];
  readonly source: "form" | "spreadsheet";
  readonly idempotencyKey: string;
}

type SaveRefusal = DraftRefusal | "tariff-unchanged" | "tariff-faulty";

export interface Saved {
  readonly revision: number;
  /** How many cells changed. */
  readonly count: number;
}

/**
 * Writes cells of a draft, each checked again; the journal keeps every changed cell with its old and its
 * new rule. Six statements between BEGIN and COMMIT, whatever the number of cells.
 */
export async function saveCells(
  ctx: ActionContext<Authorized<"manage-tariffs">>,
  { idempotencyKey: key, ...input }: CellsToSave,
): Promise<Result<Saved, SaveRefusal | "key-reused">> {
  const payload = JSON.parse(JSON.stringify(input)) as unknown;
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx): Promise<Result<Committed<Saved>, SaveRefusal>> => {
      if (input.cells.some(({ rule }) => rule !== null && ruleFault(rule) !== null))
        return refused("tariff-faulty");
      const draft = await lockTariffDraft(tx, input.versionId, input.revision);
      if (!draft.ok) return draft;
      const changes = changedCells(draft.value, input.cells);
      if (changes.length === 0) return refused("tariff-unchanged");
      if (!(await cellsExist(tx, changes))) return refused("not-found");
      await writeCells(tx, input.versionId, changes);
      const revision = await countSave(tx, input.versionId);
      return done({
        value: { revision, count: changes.length },
        events: [
          {
            kind: "tariff-draft-saved",
            familyId: null,
            subject: `tariff ${input.versionId}`,
            data: { source: input.source, cells: JSON.parse(JSON.stringify(changes)) },
          },
        ],
      });
    },
  );
}

async function cellsExist(tx: Tx, cells: readonly GridCell[]): Promise<boolean> {
  const [row] = await readRows<{ exist: boolean }>(tx, "cellsExist")`
    SELECT NOT EXISTS (
      SELECT 1 FROM unnest(${cells.map((c) => c.unitId)}::int[], ${cells.map((c) => c.categoryId)}::int[])
        AS t("unitId", "categoryId")
      LEFT JOIN "Unit" u ON u.id = t."unitId"
      LEFT JOIN "TariffCategory" c ON c.id = t."categoryId"
      WHERE u.id IS NULL OR c.id IS NULL) AS exist`;
  return row?.exist ?? false;
}

async function writeCells(tx: Tx, versionId: number, cells: readonly GridCell[]): Promise<void> {
  const gone = cells.filter(({ rule }) => rule === null);
  const kept = cells.filter(({ rule }) => rule !== null);
  if (gone.length > 0)
    await tx.$executeRaw`
      DELETE FROM "TariffRule" r
      USING unnest(${gone.map((c) => c.unitId)}::int[], ${gone.map((c) => c.categoryId)}::int[])
        AS t("unitId", "categoryId")
      WHERE r."versionId" = ${versionId} AND r."unitId" = t."unitId" AND r."categoryId" = t."categoryId"`;
  if (kept.length > 0)
    await tx.$executeRaw`
      INSERT INTO "TariffRule" ("versionId", "unitId", "categoryId", rule)
      SELECT ${versionId}, "unitId", "categoryId", rule
      FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
        AS t("unitId" int, "categoryId" int, rule jsonb)
      ON CONFLICT ("versionId", "unitId", "categoryId") DO UPDATE SET rule = excluded.rule`;
}
