import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized, AuthorizedFamily } from "@/lib/auth";
import { commit, type Committed, type EmailMessage, type Tx } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Instant } from "@/lib/domain/day";
import { requestSubject, type RequestKind } from "@/lib/domain/request-kind";
import type { MessageSide } from "@/lib/domain/request-message";
import { done, refused, type Result } from "@/lib/domain/result";
import { wholeFamily } from "@/lib/domain/service-request";
import { messageToFamily, messageToService } from "@/lib/emails/request-message";
import { Prisma } from "@/lib/generated/prisma/client";
import { withinScope } from "@/lib/services/agent-scope";
import { aboutJoins, requestsWithInscription } from "@/lib/services/service-requests/about";
import { mayReadRequest } from "@/lib/services/service-requests/reach";
import { agentRequestUrl, requestUrl } from "@/lib/urls";
import { town } from "@/town/town";

/** What is written; `text` is at most MESSAGE_MOST characters. */
export interface MessageToWrite {
  readonly number: number;
  readonly text: string;
  readonly idempotencyKey: string;
}

/** The last message that the agent's page showed, 0 for none: what came since waits on. */
export interface Seen {
  readonly seen: number;
}

type Reached = "not-found" | "home-may-not-read" | "message-arrived";
type Written = Result<{ id: number }, Reached | "key-reused">;

/**
 * The service writes about a request within the agent's rights, whatever its state. What the family wrote
 * before is answered by it; where a message has come that the agent has not seen, nothing is sent. Who sent
 * the request gets the e-mail, and who of the family has written; a home that may no longer read the child's
 * file is not written to here.
 */
export function writeToFamily(
  ctx: ActionContext<Authorized<"decide-requests">>,
  input: MessageToWrite & Seen,
): Promise<Written> {
  return write(ctx, input, {
    side: "service",
    chosen: withinScope(ctx.proof),
    besides: async (tx, request) => {
      await settleWaiting(tx, request.id, input.seen, ctx.now);
      const readers = await tx.account.findMany({
        where: {
          active: true,
          guardians: { some: { familyId: request.familyId } },
          OR: [
            { submissions: { some: { id: request.submissionId } } },
            { messages: { some: { requestId: request.id } } },
          ],
        },
        select: { email: true, firstName: true },
        orderBy: { id: "asc" },
      });
      const url = requestUrl(request.number);
      return readers.map(({ email: to, firstName }) =>
        messageToFamily({ ...wordsOf(request, input.text), to, firstName, url }),
      );
    },
  });
}

/** A guardian writes to the service about a request of the family; the department gets the e-mail. */
export function writeToService(
  ctx: ActionContext<AuthorizedFamily>,
  input: MessageToWrite,
): Promise<Written> {
  const { familyId } = ctx.proof;
  return write(ctx, input, {
    side: "family",
    chosen: Prisma.sql`q."familyId" = ${familyId} AND ${mayReadRequest}`,
    besides: (_tx, request) =>
      Promise.resolve([
        messageToService({
          ...wordsOf(request, input.text),
          to: request.departmentEmail ?? town.department.email,
          by: `${ctx.actor.firstName} ${ctx.actor.lastName}`,
          url: agentRequestUrl(request.number),
        }),
      ]),
  });
}

/** An agent says that what the family wrote needs no answer: it waits no longer. Nobody is written to. */
export async function settleMessages(
  ctx: ActionContext<Authorized<"decide-requests">>,
  { idempotencyKey: key, ...payload }: Seen & { number: number; idempotencyKey: string },
): Promise<Result<{ count: number }, "not-found" | "message-settled" | "key-reused">> {
  const { accountId } = ctx.proof;
  const { number, seen } = payload;
  return commit(
    { accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx): Promise<Result<Committed<{ count: number }>, "not-found" | "message-settled">> => {
      const request = await findRequest(tx, number, withinScope(ctx.proof));
      if (!request) return refused("not-found");
      const count = await settleWaiting(tx, request.id, seen, ctx.now);
      if (count === 0) return refused("message-settled");
      const { familyId } = request;
      const subject = `request ${number}`;
      return done({
        value: { count },
        events: [{ kind: "messages-settled", familyId, subject, data: { count } }],
      });
    },
  );
}

interface Side {
  readonly side: MessageSide;
  /** The requests within reach, on q and g. */
  readonly chosen: Prisma.Sql;
  readonly besides: (tx: Tx, request: MessageRequest) => Promise<EmailMessage[]>;
}

function write(
  ctx: ActionContext<{ readonly accountId: string }>,
  { idempotencyKey: key, ...payload }: MessageToWrite & Partial<Seen>,
  { side, chosen, besides }: Side,
): Promise<Written> {
  const { accountId } = ctx.proof;
  const { number, text } = payload;
  return commit(
    { accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx): Promise<Result<Committed<{ id: number }>, Reached>> => {
      const request = await findRequest(tx, number, chosen);
      if (!request) return refused("not-found");
      if (!request.mayRead) return refused("home-may-not-read");
      const last = await lockMessages(tx, request.id);
      if (payload.seen !== undefined && last > payload.seen) return refused("message-arrived");
      const { id } = await tx.requestMessage.create({
        data: {
          requestId: request.id,
          at: instantToDate(ctx.now),
          side,
          authorName: `${ctx.actor.firstName} ${ctx.actor.lastName}`,
          accountId,
          text,
        },
        select: { id: true },
      });
      const { familyId } = request;
      const subject = `request ${number}`;
      return done({
        value: { id },
        events: [{ kind: "message-written", familyId, subject, data: { message: id, side } }],
        emails: await besides(tx, request),
      });
    },
  );
}

interface MessageRequest {
  readonly id: string;
  readonly number: number;
  readonly familyId: number;
  readonly submissionId: string;
  readonly kind: RequestKind;
  readonly aboutName: string;
  readonly activityLabel: string | null;
  readonly departmentName: string | null;
  readonly departmentEmail: string | null;
  /** Whether the family may still read what the request says. */
  readonly mayRead: boolean;
}

async function findRequest(
  tx: Tx,
  number: number,
  chosen: Prisma.Sql,
): Promise<MessageRequest | null> {
  const [request] = await readRows<MessageRequest>(tx, "findMessageRequest")`
    SELECT q.id, q.number, q."familyId", q."submissionId", q.kind::text AS kind,
      coalesce(c."firstName", r."firstName", ${wholeFamily}) AS "aboutName", a.label AS "activityLabel",
      d.name AS "departmentName", d.email AS "departmentEmail", ${mayReadRequest} AS "mayRead"
    FROM ${requestsWithInscription} ${aboutJoins}
    LEFT JOIN "Activity" a ON a.id = q."activityId" LEFT JOIN "Department" d ON d.id = a."departmentId"
    WHERE q.number = ${number} AND ${chosen}`;
  return request ?? null;
}

/** The last message, 0 for none. Those of one request are written one after the other: the second sees the first. */
async function lockMessages(tx: Tx, requestId: string): Promise<number> {
  await readRows<{ id: string }>(tx, "lockMessages")`
    SELECT id FROM "ServiceRequest" WHERE id = ${requestId}::uuid FOR NO KEY UPDATE`;
  const { _max } = await tx.requestMessage.aggregate({ where: { requestId }, _max: { id: true } });
  return _max.id ?? 0;
}

async function settleWaiting(
  tx: Tx,
  requestId: string,
  seen: number,
  now: Instant,
): Promise<number> {
  const { count } = await tx.requestMessage.updateMany({
    where: { requestId, side: "family", settledAt: null, id: { lte: seen } },
    data: { settledAt: instantToDate(now) },
  });
  return count;
}

function wordsOf(request: MessageRequest, text: string) {
  const { number, aboutName, kind, activityLabel, departmentName } = request;
  return {
    number,
    title: `${aboutName} – ${requestSubject(kind, activityLabel)}`,
    text,
    departmentName: departmentName ?? town.department.name,
    town: town.name,
  };
}
