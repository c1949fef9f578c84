import "server-only";
import type { ActionContext } from "@/lib/action/write";
import { commit } from "@/lib/commit";
import { dayOf } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Answer, DecidedKind, LockedRequest } from "./settling";

/** What the agent is told. `left`: lines that still wait. */
export interface Decided {
  readonly count: number;
  readonly left: number;
}

/**
 * An agent's decision on waiting lines of a request within the agent's rights. Under the lock of what it
 * is about: of two agents one decides, the other is told. What is decided takes effect, the timeline, the
 * journal and the family's e-mail follow, or nothing.
 */
export async function decide<
  Agent extends { readonly accountId: string },
  Locked extends LockedRequest,
  Input extends Answer,
  Line,
  Why extends string,
>(
  kind: DecidedKind<Agent, Locked, Input, Line, Why>,
  ctx: ActionContext<Agent>,
  input: Input,
): Promise<Result<Decided, Why | "not-found" | "already-decided" | "key-reused">> {
  const { accountId } = ctx.proof;
  const { idempotencyKey: key, ...payload } = input;
  return commit<Decided, Why | "not-found" | "already-decided">(
    { accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx) => {
      const { number, decision } = input;
      const request = await kind.lock(
        tx,
        Prisma.sql`q.number = ${number} AND ${kind.reach(ctx.proof)}`,
      );
      if (!request) return refused("not-found");
      if (request.state !== "pending") return refused("already-decided");
      const chosen = kind.choose(request, input, dayOf(ctx.moment));
      if (!chosen.ok) return chosen;
      const lines = chosen.value;
      const reason = decision === "refuse" ? input.reason : null;
      const state = await kind.settle(tx, request, lines, {
        decision,
        actorName: `${ctx.actor.firstName} ${ctx.actor.lastName}`,
        accountId,
        message: reason,
        now: ctx.now,
      });
      const waited = request.lines.filter((line) => line.state === "pending").length;
      const left = waited - lines.length;
      return done({
        value: { count: lines.length, left },
        events: [
          {
            kind: decision === "accept" ? "request-accepted" : "request-refused",
            familyId: request.familyId,
            subject: `request ${number}`,
            data: { state, message: reason, ...kind.journal(lines) },
          },
        ],
        emails: [kind.email(request, lines, { decision, reason, state, left })],
      });
    },
  );
}
