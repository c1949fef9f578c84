import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed } from "@/lib/commit";
import { done, refused, type Result } from "@/lib/domain/result";
import { closeGate } from "@/lib/services/tariffs/bookings-gate";
import { priceUnpriced } from "@/lib/services/tariffs/price-unpriced";
import { lockFamily } from "./lock-family";

export interface CategoryChange {
  readonly familyId: number;
  readonly childId: number;
  readonly categoryId: number;
  /** The category that the agent saw; null where there was none. */
  readonly shown: number | null;
  readonly idempotencyKey: string;
}

type CategoryRefusal = "not-found" | "category-changed" | "category-unchanged";

/**
 * Says how a family pays for a child from now on. Kept prices never change; reservations without a price
 * get theirs where they now may have one. The child's other home keeps its own category.
 */
export async function saveCategory(
  ctx: ActionContext<Authorized<"change-families">>,
  { idempotencyKey: key, ...payload }: CategoryChange,
): Promise<Result<{ priced: number }, CategoryRefusal | "key-reused">> {
  const { familyId, childId, categoryId, shown } = payload;
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx): Promise<Result<Committed<{ priced: number }>, CategoryRefusal>> => {
      await closeGate(tx);
      if (!(await lockFamily(tx, familyId))) return refused("not-found");
      const where = { familyId_childId: { familyId, childId } };
      const child = await tx.familyChild.findUnique({ where, include: { category: true } });
      const category = await tx.tariffCategory.findUnique({ where: { id: categoryId } });
      if (!child || !category) return refused("not-found");
      if (child.categoryId !== shown) return refused("category-changed");
      if (child.categoryId === categoryId) return refused("category-unchanged");
      await tx.familyChild.update({ where, data: { categoryId } });
      const priced = await priceUnpriced(tx, ctx.now, familyId);
      return done({
        value: { priced },
        events: [
          {
            kind: "category-changed",
            familyId,
            subject: `child ${childId}`,
            data: { was: child.category?.label ?? null, now: category.label, priced },
          },
        ],
      });
    },
  );
}
