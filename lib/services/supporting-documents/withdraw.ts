import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { done, type Result } from "@/lib/domain/result";
import { familyFileTakenBack } from "@/lib/emails/family-file-taken-back";
import { filingMessage, lockOwnFiling, settleFiling } from "@/lib/services/service-requests/filing";
import { markDocuments, readLockedDocuments } from "./locked-documents";

/**
 * The family takes back documents that wait. Their files' rows go at once, what they held goes with the
 * daily clean-up. A family that may no longer see the child's file finds nothing.
 */
export async function withdrawDocuments(
  ctx: ActionContext<AuthorizedFamily>,
  { number, idempotencyKey: key }: { number: number; idempotencyKey: string },
): Promise<Result<{ count: number }, "not-found" | "already-decided" | "key-reused">> {
  const { familyId, accountId } = ctx.proof;
  const idempotency = { key, payload: { withdraw: number } };
  return commit({ accountId, now: ctx.now, idempotency }, async (tx) => {
    const locked = await lockOwnFiling(tx, familyId, { number, kind: "supportingDocuments" });
    if (!locked.ok) return locked;
    const filing = locked.value;
    const all = await readLockedDocuments(tx, filing.id);
    const taken = all.filter(({ state }) => state === "pending");
    const ids = taken.map(({ id }) => id);
    const states = await markDocuments(tx, all, taken, "withdraw", ctx.now);
    await tx.storedFile.deleteMany({ where: { documentId: { in: ids } } });
    const by = `${ctx.actor.firstName} ${ctx.actor.lastName}`;
    const state = await settleFiling(tx, filing, states, {
      decision: "withdraw",
      actorName: by,
      accountId,
      message: null,
      now: ctx.now,
    });
    const message = {
      ...filingMessage(filing, state),
      by,
      replacedBy: null,
      lines: taken.map(({ label }) => label),
    };
    const { email: to, firstName } = ctx.actor;
    return done({
      value: { count: taken.length },
      events: [
        {
          kind: "request-withdrawn",
          familyId,
          subject: `request ${number}`,
          data: { state, documents: ids },
        },
      ],
      emails: [
        familyFileTakenBack({ ...message, to, firstName }),
        // The other guardian of the family learns it too, where it was theirs.
        ...(filing.senderId === accountId ? [] : [familyFileTakenBack(message)]),
      ],
    });
  });
}
