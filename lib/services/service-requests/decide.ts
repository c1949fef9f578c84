import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type EmailMessage, type Tx } from "@/lib/commit";
import type { Day } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import { done, refused, type Result } from "@/lib/domain/result";
import type { ServiceRequestState } from "@/lib/domain/service-request";
import { requestDecided, type DecidedRequest } from "@/lib/emails/request-decided";
import { env } from "@/lib/env";
import { Prisma } from "@/lib/generated/prisma/client";
import { withinScope } from "@/lib/services/agent-scope";
import { lockRequest, settleLines, type LockedLine, type LockedRequest } from "./settle";
import { settledSentences } from "./settled-days";
import { town } from "@/town/town";

export interface Decision {
  readonly number: number;
  readonly decision: "accept" | "refuse";
  /** The dates decided on; "all" = everything that waits. */
  readonly lines: "all" | readonly { unitId: number; day: Day }[];
  /** How many dates the agent's button said. */
  readonly count: number;
  /** Needed to refuse: the family reads it. */
  readonly reason: string | null;
  readonly idempotencyKey: string;
}

export type DecisionRefusal = "not-found" | "already-decided" | "request-changed";

/** What the agent is told. `left`: dates that still wait. */
export interface Decided {
  readonly count: number;
  readonly left: number;
}

/**
 * An agent's decision on waiting dates of a request within the agent's rights. Under the lock of the
 * inscription and of the request: of two agents one decides, the other is told. The reservations, the
 * timeline, the journal and the family's e-mail follow, or nothing. Eight statements between BEGIN
 * and COMMIT, whatever the number of dates.
 */
export async function decideRequest(
  ctx: ActionContext<Authorized<"decide-requests">>,
  input: Decision,
): Promise<Result<Decided, DecisionRefusal | "key-reused">> {
  const { idempotencyKey: key, ...payload } = input;
  return commit(
    {
      accountId: ctx.proof.accountId,
      now: ctx.now,
      idempotency: { key, payload: { ...payload, lines: linesAsJson(input) } },
    },
    async (tx) => {
      const request = await lockRequest(
        tx,
        Prisma.sql`q.number = ${input.number} AND ${withinScope(ctx.proof)}`,
      );
      if (!request) return refused("not-found");
      if (request.state !== "pending") return refused("already-decided");
      const lines = waitingLines(request, input);
      if (!lines) return refused("request-changed");
      const message = input.decision === "refuse" ? input.reason : null;
      const state = await settleLines(tx, {
        request,
        lines,
        decision: input.decision,
        actorName: `${ctx.actor.firstName} ${ctx.actor.lastName}`,
        accountId: ctx.proof.accountId,
        message,
        now: ctx.now,
      });
      const left = request.lines.filter((line) => line.state === "pending").length - lines.length;
      return done({
        value: { count: lines.length, left },
        events: [
          {
            kind: input.decision === "accept" ? "request-accepted" : "request-refused",
            familyId: request.familyId,
            subject: `request ${request.number}`,
            data: { state, message, lines: lines.map(({ unitId, day }) => `${unitId}|${day}`) },
          },
        ],
        emails: [await emailOf(tx, request, lines, { ...input, state, left })],
      });
    },
  );
}

function linesAsJson({ lines }: Decision): string {
  return lines === "all" ? lines : lines.map(({ unitId, day }) => `${unitId}|${day}`).join(" ");
}

/** The chosen lines, or null where one of them no longer waits: someone was quicker. */
function waitingLines(request: LockedRequest, input: Decision): LockedLine[] | null {
  const waiting = request.lines.filter(({ state }) => state === "pending");
  const keys =
    input.lines === "all" ? null : new Set(input.lines.map((l) => `${l.unitId}|${l.day}`));
  const chosen = keys ? waiting.filter((l) => keys.has(`${l.unitId}|${l.day}`)) : waiting;
  return chosen.length > 0 && chosen.length === (keys?.size ?? input.count) ? chosen : null;
}

/** A late request has one line. */
function lateOf([line]: readonly LockedLine[]): DecidedRequest["late"] {
  if (!line) return null;
  const { change, amount } = line;
  return { change, amount: amount === null ? null : cents(amount) };
}

async function emailOf(
  tx: Tx,
  request: LockedRequest,
  lines: readonly LockedLine[],
  outcome: Pick<Decision, "decision" | "reason"> & { state: ServiceRequestState; left: number },
): Promise<EmailMessage> {
  const state = outcome.decision === "accept" ? "accepted" : "refused";
  return requestDecided({
    ...request,
    to: request.senderEmail,
    firstName: request.senderFirstName,
    decision: outcome.decision,
    late: request.late ? lateOf(lines) : null,
    state: outcome.state,
    count: lines.length,
    left: outcome.left,
    sentences: await settledSentences(tx, request, lines, state),
    reason: outcome.decision === "refuse" ? outcome.reason : null,
    url: `${env.PUBLIC_URL}/demandes/${request.number}`,
    town: town.mail.senderName,
  });
}
