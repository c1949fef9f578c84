import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import { done, refused, type Result } from "@/lib/domain/result";

/** Notes that a guardian has read a child's authorizations again and keeps them. */
export async function confirmAuthorizations(
  ctx: ActionContext<AuthorizedFamily>,
  childId: number,
): Promise<Result<null, "not-found" | "key-reused">> {
  const { accountId, familyId } = ctx.proof;
  return commit({ accountId, now: ctx.now }, async (tx) => {
    const mine = await tx.familyChild.count({ where: { familyId, childId, mayAuthorize: true } });
    if (mine === 0) return refused("not-found");
    await tx.authorizationConfirmation.create({
      data: { childId, familyId, accountId, at: instantToDate(ctx.now) },
    });
    return done({
      value: null,
      events: [
        { kind: "authorizations-confirmed", familyId, subject: `child ${childId}`, data: {} },
      ],
    });
  });
}
