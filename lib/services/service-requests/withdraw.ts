import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { dayOf } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { requestWithdrawn } from "@/lib/emails/request-withdrawn";
import { env } from "@/lib/env";
import { Prisma } from "@/lib/generated/prisma/client";
import { lockRequest, settleLines } from "./settle";
import { settledSentences } from "./settled-days";
import { town } from "@/town/town";

export type WithdrawalRefusal = "not-found" | "already-decided" | "nothing-to-withdraw";

/**
 * The family takes back what still waits: places asked for are given back, removals asked for are
 * dropped. What took effect at once stays, and so do past days: those are the service's to settle.
 */
export async function withdrawRequest(
  ctx: ActionContext<AuthorizedFamily>,
  input: { number: number; idempotencyKey: string },
): Promise<Result<{ count: number }, WithdrawalRefusal | "key-reused">> {
  const { number, idempotencyKey: key } = input;
  const { familyId, accountId } = ctx.proof;
  return commit(
    { accountId, now: ctx.now, idempotency: { key, payload: { withdraw: number } } },
    async (tx) => {
      const request = await lockRequest(
        tx,
        Prisma.sql`q.number = ${number} AND q."familyId" = ${familyId}`,
      );
      if (!request) return refused("not-found");
      if (request.state !== "pending") return refused("already-decided");
      const today = dayOf(ctx.moment);
      const lines = request.lines.filter((line) => line.state === "pending" && line.day >= today);
      if (lines.length === 0) return refused("nothing-to-withdraw");
      const actorName = `${ctx.actor.firstName} ${ctx.actor.lastName}`;
      const state = await settleLines(tx, {
        request,
        lines,
        decision: "withdraw",
        actorName,
        accountId,
        message: null,
        now: ctx.now,
      });
      const message = {
        ...request,
        by: actorName,
        count: lines.length,
        state,
        sentences: await settledSentences(tx, request, lines, "withdrawn"),
        url: `${env.PUBLIC_URL}/demandes/${number}`,
        town: town.mail.senderName,
      };
      const { email: to, firstName } = ctx.actor;
      return done({
        value: { count: lines.length },
        events: [
          {
            kind: "request-withdrawn",
            familyId,
            subject: `request ${number}`,
            data: { state, lines: lines.map(({ unitId, day }) => `${unitId}|${day}`) },
          },
        ],
        emails: [
          requestWithdrawn({ ...message, to, firstName }),
          // The other guardian of the family learns it too, where it was theirs.
          ...(request.senderId === accountId
            ? []
            : [
                requestWithdrawn({
                  ...message,
                  to: request.senderEmail,
                  firstName: request.senderFirstName,
                }),
              ]),
        ],
      });
    },
  );
}
