import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";
import { done, refused, type Result } from "@/lib/domain/result";
import type { Residence } from "@/lib/domain/tariff/reduction";
import { isSameLabel, settingCode } from "@/lib/domain/setting-code";
import { changedSettings } from "@/lib/services/settings/changed";
import { stampOf } from "@/lib/services/settings/stamp";
import { lockTariffs } from "./lock-tariffs";

/** A category of children as agents set it: "Enfant, Clairval". */
export interface CategorySetting {
  readonly label: string;
  /** Whom it is for, in the town's words. */
  readonly explanation: string | null;
  /** Its children take a unit's PAI unit. */
  readonly pai: boolean;
  /** For whom it is, where the town tells them apart by where they live; null: for both. */
  readonly residence: Residence | null;
}

/** The same with what depends on it. */
export interface ListedCategory extends CategorySetting {
  readonly id: number;
  readonly stamp: string;
  /** Children of families who pay by it. */
  readonly children: number;
}

/** The town's categories, in its order. One statement. */
export async function readCategoryList(
  _agent: Authorized<"manage-tariffs">,
  db: Pick<Tx, "tariffCategory"> = prisma,
): Promise<ListedCategory[]> {
  const rows = await db.tariffCategory.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: { _count: { select: { children: true } } },
  });
  return rows.map((row) => ({
    ...settingOf(row),
    id: row.id,
    stamp: stampOf(settingOf(row)),
    children: row._count.children,
  }));
}

export interface CategoryToSave {
  /** The category to change and its stamp, as it was read; null to add one. */
  readonly category: { readonly id: number; readonly shown: string } | null;
  readonly setting: CategorySetting;
  readonly idempotencyKey: string;
}

type CategoryRefusal =
  | "not-found"
  | "settings-changed"
  | "settings-unchanged"
  | "setting-label-taken"
  | "category-in-use";

/**
 * Adds a category of children, or changes one. Published tariffs keep their prices; one with which children
 * pay stays what it is for PAI units, since its prices follow from it.
 */
export async function saveCategorySetting(
  ctx: ActionContext<Authorized<"manage-tariffs">>,
  { idempotencyKey: key, ...payload }: CategoryToSave,
): Promise<Result<{ id: number }, CategoryRefusal | "key-reused">> {
  const { category, setting } = payload;
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx) => {
      await lockTariffs(tx);
      const list = await readCategoryList(ctx.proof, tx);
      const before = list.find(({ id }) => id === category?.id) ?? null;
      const refusal = refusalOf(list, before, payload);
      if (refusal) return refused(refusal);
      const id = before ? before.id : await add(tx, setting);
      if (before) await tx.tariffCategory.update({ where: { id }, data: settingOf(setting) });
      return done({
        value: { id },
        events: [
          {
            kind: before ? "tariff-category-changed" : "tariff-category-added",
            familyId: null,
            subject: `tariff category ${id}`,
            data: changedSettings(before && settingOf(before), settingOf(setting)),
          },
        ],
      });
    },
  );
}

function refusalOf(
  list: readonly ListedCategory[],
  before: ListedCategory | null,
  { category, setting }: Omit<CategoryToSave, "idempotencyKey">,
): CategoryRefusal | null {
  if (category && !before) return "not-found";
  if (category && before?.stamp !== category.shown) return "settings-changed";
  if (list.some(({ id, label }) => id !== before?.id && isSameLabel(label, setting.label)))
    return "setting-label-taken";
  if (!before) return null;
  if (before.children > 0 && before.pai !== setting.pai) return "category-in-use";
  return stampOf(settingOf(setting)) === before.stamp ? "settings-unchanged" : null;
}

async function add(tx: Tx, setting: CategorySetting): Promise<number> {
  const rows = await tx.tariffCategory.findMany({ select: { code: true, position: true } });
  const { id } = await tx.tariffCategory.create({
    data: {
      ...settingOf(setting),
      code: settingCode(
        setting.label,
        rows.map(({ code }) => code),
      ),
      position: Math.max(0, ...rows.map(({ position }) => position)) + 1,
    },
    select: { id: true },
  });
  return id;
}

/** Its fields, in one order, without what is counted. */
function settingOf({ label, explanation, pai, residence }: CategorySetting): CategorySetting {
  return { label, explanation, pai, residence };
}
