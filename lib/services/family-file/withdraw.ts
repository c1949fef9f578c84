import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { done, type Result } from "@/lib/domain/result";
import { familyFileTakenBack } from "@/lib/emails/family-file-taken-back";
import { lockOwnFiling } from "@/lib/services/service-requests/filing";
import { readLockedFileChanges } from "./decide";
import { takeLinesBack } from "./take-back";

/**
 * The family takes back what still waits of a request about the file; what took effect at once stays.
 * A family that may no longer see the child's file finds nothing. Who takes it back gets the e-mail, and
 * who had sent it too.
 */
export async function withdrawFileRequest(
  ctx: ActionContext<AuthorizedFamily>,
  { number, idempotencyKey: key }: { number: number; idempotencyKey: string },
): Promise<Result<{ count: number }, "not-found" | "already-decided" | "key-reused">> {
  const { familyId, accountId } = ctx.proof;
  const idempotency = { key, payload: { withdraw: number } };
  return commit({ accountId, now: ctx.now, idempotency }, async (tx) => {
    const locked = await lockOwnFiling(tx, familyId, { number, kind: "familyFile" });
    if (!locked.ok) return locked;
    const filing = locked.value;
    const lines = await readLockedFileChanges(tx, filing.id);
    const fields = lines.filter(({ state }) => state === "pending").map(({ field }) => field);
    const { state, message } = await takeLinesBack(tx, ctx, filing, { fields, replacedBy: null });
    const { email: to, firstName } = ctx.actor;
    return done({
      value: { count: fields.length },
      events: [
        {
          kind: "request-withdrawn",
          familyId,
          subject: `request ${number}`,
          data: { state, fields },
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
