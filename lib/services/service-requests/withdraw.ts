import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { dayOf } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Withdrawal, WithdrawalRefusal } from "./kind";
import type { LockedRequest, TakenBackKind } from "./settling";

/**
 * The family takes back what still waits of a request; what took effect at once stays. A family that may
 * no longer see whom it is about finds nothing. Who takes it back gets the e-mail, and who had sent it.
 */
export async function withdraw<Locked extends LockedRequest, Line>(
  kind: TakenBackKind<Locked, Line>,
  ctx: ActionContext<AuthorizedFamily>,
  { number, idempotencyKey: key }: Withdrawal,
): Promise<Result<{ count: number }, WithdrawalRefusal>> {
  const { familyId, accountId } = ctx.proof;
  const idempotency = { key, payload: { withdraw: number } };
  return commit<{ count: number }, WithdrawalRefusal>(
    { accountId, now: ctx.now, idempotency },
    async (tx) => {
      const request = await kind.lock(
        tx,
        Prisma.sql`q.number = ${number} AND q."familyId" = ${familyId}`,
      );
      if (!request || !kind.isFound(request)) return refused("not-found");
      if (request.state !== "pending") return refused("already-decided");
      const lines = kind.waiting(request, dayOf(ctx.moment));
      if (lines.length === 0) return refused("nothing-to-withdraw");
      const by = `${ctx.actor.firstName} ${ctx.actor.lastName}`;
      const state = await kind.settle(tx, request, lines, {
        decision: "withdraw",
        actorName: by,
        accountId,
        message: kind.said(lines),
        now: ctx.now,
      });
      const told = kind.message(request, lines, { state, by });
      const { email: to, firstName } = ctx.actor;
      return done({
        value: { count: lines.length },
        events: [
          {
            kind: "request-withdrawn",
            familyId,
            subject: `request ${number}`,
            data: { state, ...kind.journal(lines) },
          },
        ],
        emails: [
          told({ to, firstName }),
          // The other guardian of the family learns it too, where it was theirs.
          ...(request.senderId === accountId
            ? []
            : [told({ to: request.senderEmail, firstName: request.senderFirstName })]),
        ],
      });
    },
  );
}
