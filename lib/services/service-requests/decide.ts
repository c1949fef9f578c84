import "server-only";
import type { ActionContext } from "@/lib/action/write";
import { commit } from "@/lib/commit";
import { dayOf } from "@/lib/domain/day";
import type { JournalEvent, OverCapacity, SettledLines } from "@/lib/domain/journal-event";
import { done, refused, type Result } from "@/lib/domain/result";
import {
  lineStateAfter,
  type LineState,
  type ServiceRequestState,
} from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";
import { addNote } from "./notes";
import type { Answer, DecidedKind, LockedRequest } from "./settling";

/** What the agent is told. `left`: lines that still wait. */
export interface Decided {
  readonly count: number;
  /** Refused by the same answer as `count` were accepted. */
  readonly refused: number;
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
      const refusedToo = kind.refusedToo?.(request, input, lines) ?? [];
      const settling = {
        actorName: `${ctx.actor.firstName} ${ctx.actor.lastName}`,
        accountId,
        now: ctx.now,
      };
      const reason = decision === "refuse" || refusedToo.length > 0 ? input.reason : null;
      const first = decision === "refuse" ? reason : null;
      const answered = await kind.settle(tx, request, lines, {
        ...settling,
        decision,
        message: first,
      });
      const over = kind.journaled?.(request, input, lines);
      const besides = { ...kind.journal(lines), ...over };
      // Colleagues read why on the request's page; the family does not.
      if (over?.overReason) {
        const text = `Accepté au-delà de la capacité\u00a0: ${over.overReason}`;
        await addNote(tx, { requestId: request.id, text, ...settling });
      }
      const events: Events = [eventOf(request, decision, besides, answered, first)];
      let state = answered;
      if (refusedToo.length > 0) {
        const rest = {
          ...request,
          lines: withState(request.lines, lines, lineStateAfter[decision]),
        };
        state = await kind.settle(tx, rest, refusedToo, {
          ...settling,
          decision: "refuse",
          message: reason,
        });
        events.push(eventOf(request, "refuse", kind.journal(refusedToo), state, reason));
      }
      const waited = request.lines.filter((line) => line.state === "pending").length;
      const left = waited - lines.length - refusedToo.length;
      return done({
        value: { count: lines.length, refused: refusedToo.length, left },
        events,
        emails: [
          kind.email(request, lines, { decision, reason, state, left, refused: refusedToo }),
        ],
      });
    },
  );
}

type Events = [
  JournalEvent<"request-accepted" | "request-refused">,
  ...JournalEvent<"request-accepted" | "request-refused">[],
];

/** The lines as they stand once some of them are settled; the others stay the same objects. */
function withState<L extends { readonly state: LineState }>(
  lines: readonly L[],
  settled: readonly unknown[],
  state: LineState,
): L[] {
  const those = new Set(settled);
  return lines.map((line) => (those.has(line) ? { ...line, state } : line));
}

function eventOf(
  { number, familyId }: LockedRequest,
  decision: Answer["decision"],
  lines: SettledLines & OverCapacity,
  state: ServiceRequestState,
  message: string | null,
): Events[0] {
  return {
    kind: decision === "accept" ? "request-accepted" : "request-refused",
    familyId,
    subject: `request ${number}`,
    data: { state, message, ...lines },
  };
}
