import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed } from "@/lib/commit";
import { dayOf } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { unbilledFrom } from "@/lib/domain/tariff/following";
import { closeGate } from "@/lib/services/tariffs/bookings-gate";
import { countOfSums, followPrices } from "@/lib/services/tariffs/follow-prices";
import { tellPrices } from "@/lib/services/tariffs/tell-prices";
import { lockFamily } from "./lock-family";
import type { SavedMeans } from "./save-quotient";

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
 * Says how a family pays for a child. Reservations that are not billed take the price of the new category,
 * as far as the town lets them, and the family is told once. The child's other home keeps its own category.
 */
export async function saveCategory(
  ctx: ActionContext<Authorized<"change-families">>,
  { idempotencyKey: key, ...payload }: CategoryChange,
): Promise<Result<SavedMeans, CategoryRefusal | "key-reused">> {
  const { familyId, childId, categoryId, shown } = payload;
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx): Promise<Result<Committed<SavedMeans>, CategoryRefusal>> => {
      await closeGate(tx);
      if (!(await lockFamily(tx, familyId))) return refused("not-found");
      const where = { familyId_childId: { familyId, childId } };
      const child = await tx.familyChild.findUnique({
        where,
        include: { category: true, child: true },
      });
      const category = await tx.tariffCategory.findUnique({ where: { id: categoryId } });
      if (!child || !category) return refused("not-found");
      if (child.categoryId !== shown) return refused("category-changed");
      if (child.categoryId === categoryId) return refused("category-unchanged");
      await tx.familyChild.update({ where, data: { categoryId } });
      const today = dayOf(ctx.moment);
      const days = { from: unbilledFrom(today), to: null };
      const { priced, sums } = await followPrices(tx, {
        at: ctx.now,
        today,
        change: { cause: "newCategory", days, whose: { familyId, childId } },
      });
      const { repriced } = countOfSums(sums);
      const { label } = category;
      const { firstName: childName } = child.child;
      return done({
        value: { priced, repriced },
        events: [
          {
            kind: "category-changed",
            familyId,
            subject: `child ${childId}`,
            data: { was: child.category?.label ?? null, now: label, priced, repriced },
          },
        ],
        emails: await tellPrices(tx, sums, { kind: "newCategory", childName, label }, today),
      });
    },
  );
}
