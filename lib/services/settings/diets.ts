import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";
import { type Reader, readRows } from "@/lib/db/rows";
import { namesReligion } from "@/lib/domain/diet";
import { done, refused, type Result } from "@/lib/domain/result";
import { isSameLabel } from "@/lib/domain/setting-code";
import { changedSettings } from "./changed";
import { lastPosition, lockSettings, orderStamp } from "./ordered-list";
import { stampOf } from "./stamp";

/** A diet of the town's list, as agents set it. */
export interface ListedDiet {
  readonly id: number;
  readonly label: string;
  /** False: kept by the children who have it, offered to nobody. */
  readonly active: boolean;
  /** How many children have it. */
  readonly children: number;
  readonly stamp: string;
}

export interface DietList {
  readonly diets: readonly ListedDiet[];
  readonly orderStamp: string;
}

/** One statement. */
export async function readDietList(
  _agent: Authorized<"manage-settings">,
  db: Reader = prisma,
): Promise<DietList> {
  const rows = await readRows<Omit<ListedDiet, "stamp">>(db, "readDietList")`
    SELECT d.id, d.label, d.active,
      (SELECT count(*)::int FROM "Child" c WHERE c.diet = d.label) AS children
    FROM "Diet" d ORDER BY d.position, d.id`;
  return {
    diets: rows.map((diet) => ({ ...diet, stamp: stampOf([diet.label, diet.active]) })),
    orderStamp: orderStamp(rows.map(({ id }) => id)),
  };
}

export interface DietToSave {
  /** The diet to change and its stamp, as it was read; null to add one. */
  readonly diet: { readonly id: number; readonly shown: string } | null;
  readonly label: string;
  readonly active: boolean;
  readonly idempotencyKey: string;
}

type DietRefusal =
  "not-found" | "settings-changed" | "settings-unchanged" | "setting-label-taken" | "diet-religion";

/**
 * Adds a diet, renames one or withdraws it from the choices. A new name goes to the children who have
 * the diet, and to what waits for an agent; what was decided keeps the old one.
 */
export async function saveDiet(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { idempotencyKey: key, ...input }: DietToSave,
): Promise<Result<{ id: number }, DietRefusal | "key-reused">> {
  const idempotency = { key, payload: input };
  return commit({ accountId: ctx.proof.accountId, now: ctx.now, idempotency }, async (tx) => {
    await lockSettings(tx, "Diet");
    const { diets } = await readDietList(ctx.proof, tx);
    const before = diets.find(({ id }) => id === input.diet?.id) ?? null;
    const refusal = refusalOf(diets, before, input);
    if (refusal) return refused(refusal);
    const id = before ? await change(tx, before, input) : await add(tx, input);
    const was = before && { label: before.label, active: before.active };
    return done({
      value: { id },
      events: [
        {
          kind: before ? "diet-changed" : "diet-added",
          familyId: null,
          subject: `diet ${id}`,
          data: changedSettings(was, { label: input.label, active: input.active }),
        },
      ],
    });
  });
}

function refusalOf(
  diets: readonly ListedDiet[],
  before: ListedDiet | null,
  { diet, label, active }: Omit<DietToSave, "idempotencyKey">,
): DietRefusal | null {
  if (diet && !before) return "not-found";
  if (diet && before?.stamp !== diet.shown) return "settings-changed";
  if (namesReligion(label)) return "diet-religion";
  if (diets.some((other) => other.id !== before?.id && isSameLabel(other.label, label)))
    return "setting-label-taken";
  return before?.label === label && before.active === active ? "settings-unchanged" : null;
}

async function add(tx: Tx, { label, active }: Pick<DietToSave, "label" | "active">) {
  const position = (await lastPosition(tx, "Diet")) + 1;
  const { id } = await tx.diet.create({ data: { label, active, position }, select: { id: true } });
  return id;
}

async function change(
  tx: Tx,
  { id, label: was }: ListedDiet,
  { label, active }: Pick<DietToSave, "label" | "active">,
): Promise<number> {
  await tx.diet.update({ where: { id }, data: { label, active }, select: { id: true } });
  if (was === label) return id;
  await tx.child.updateMany({ where: { diet: was }, data: { diet: label } });
  await tx.familyFileChange.updateMany({
    where: { field: "diet", now: was, state: "pending" },
    data: { now: label },
  });
  return id;
}
