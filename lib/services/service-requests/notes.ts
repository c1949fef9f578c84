import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed, type Tx } from "@/lib/commit";
import { dateToInstant, instantToDate, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Instant } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { withinScope } from "@/lib/services/agent-scope";
import { requestsWithInscription } from "./about";

/** What an agent tells the others about a request. */
export interface RequestNote {
  readonly id: number;
  readonly at: Instant;
  readonly authorName: string;
  readonly text: string;
}

/** The notes on a request within the agent's rights, the oldest first. One statement. */
export async function readNotes(
  agent: Authorized<"read-requests">,
  number: number,
): Promise<RequestNote[]> {
  const rows = await readRows<Omit<RequestNote, "at"> & { at: Date }>(prisma, "readNotes")`
    SELECT n.id, n.at, n."authorName", n.text
    FROM ${requestsWithInscription} JOIN "RequestNote" n ON n."requestId" = q.id
    WHERE q.number = ${number} AND ${withinScope(agent)}
    ORDER BY n.id`;
  return rows.map((row) => ({ ...row, at: dateToInstant(row.at) }));
}

/** Writes the note of an agent, in the transaction of what it is about. Its id. */
export async function addNote(
  tx: Tx,
  note: { requestId: string; text: string; actorName: string; accountId: string; now: Instant },
): Promise<number> {
  const { requestId, text, actorName: authorName, accountId, now } = note;
  const { id } = await tx.requestNote.create({
    data: { requestId, at: instantToDate(now), authorName, accountId, text },
    select: { id: true },
  });
  return id;
}

/** Adds a note to a request within the agent's rights, whatever its state. No e-mail: the family reads none of it. */
export async function writeNote(
  ctx: ActionContext<Authorized<"decide-requests">>,
  { idempotencyKey: key, ...payload }: { number: number; text: string; idempotencyKey: string },
): Promise<Result<{ id: number }, "not-found" | "key-reused">> {
  const { accountId } = ctx.proof;
  const { number, text } = payload;
  return commit(
    { accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx): Promise<Result<Committed<{ id: number }>, "not-found">> => {
      const [request] = await readRows<{ id: string; familyId: number }>(tx, "readNotedRequest")`
        SELECT q.id, q."familyId" FROM ${requestsWithInscription}
        WHERE q.number = ${number} AND ${withinScope(ctx.proof)}`;
      if (!request) return refused("not-found");
      const actorName = `${ctx.actor.firstName} ${ctx.actor.lastName}`;
      const id = await addNote(tx, {
        requestId: request.id,
        text,
        actorName,
        accountId,
        now: ctx.now,
      });
      const { familyId } = request;
      const subject = `request ${number}`;
      return done({
        value: { id },
        events: [{ kind: "request-noted", familyId, subject, data: { note: id } }],
      });
    },
  );
}
