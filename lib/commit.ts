import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { afterResponse } from "@/lib/after-response";
import { realNow } from "@/lib/clock";
import { instantToDate, prisma } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";
import type { JournalEvent } from "@/lib/domain/journal-event";
import { type Result, done, refused } from "@/lib/domain/result";
import { fileSubmissions, type SubmissionToFile } from "@/lib/commit/filing";
import { readRows } from "@/lib/db/rows";
import type { Prisma } from "@/lib/generated/prisma/client";
import { sendOutbox } from "@/lib/services/operational/outbox";

export type Tx = Prisma.TransactionClient;

export interface EmailMessage {
  to: string;
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  /** Of an e-mail that carries a one-use link (operational/tokens.ts): the link's hash. */
  tokenHash?: string;
}

export interface CommitContext {
  /** Null where the portal itself or a script acts. */
  accountId: string | null;
  now: Instant;
  /** The form's key and everything that it sent: a repeat gets the first answer. */
  idempotency?: { key: string; payload: unknown };
  /** How long the transaction may take, in milliseconds: fifteen seconds, but for a whole town at once. */
  mostMs?: number;
}

/** What a write leaves: its answer (plain JSON), one journal event at least, and its e-mails. */
export interface Committed<V> {
  value: V;
  events: [JournalEvent, ...JournalEvent[]];
  emails?: EmailMessage[];
}

/** A write that files requests: `leaves` tells what it leaves, once their numbers are known. */
export interface Filing<V> {
  /** One at least; the numbers are in the order of their requests. */
  submissions: readonly SubmissionToFile[];
  /** A statement that goes along (`fileSubmissions`). */
  besides?: Prisma.Sql;
  leaves: (numbers: readonly [number, ...number[]]) => Committed<V>;
}

class RollBack extends Error {
  constructor(readonly refusal: string) {
    super("rolled back");
  }
}

/** JSON with sorted keys: two writings of the same payload have the same hash. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function hashOf(payload: unknown): string {
  return createHash("sha256")
    .update(canonical(payload) ?? "")
    .digest("hex");
}

/** Takes the key, or says what was answered to it. Waits for a twin that is being written. */
async function takeKey<V>(tx: Tx, ctx: CommitContext): Promise<Result<V, "key-reused"> | null> {
  if (!ctx.idempotency) return null;
  const { key, payload } = ctx.idempotency;
  const hash = hashOf(payload);
  // The account is held from the start (as by a foreign key): whoever changes its address waits here,
  // never for the counter of numbers while this one holds it.
  const taken = await tx.$executeRaw`
    WITH who AS MATERIALIZED (SELECT id FROM "Account" WHERE id = ${ctx.accountId}::uuid FOR KEY SHARE)
    INSERT INTO "IdempotencyKey" ("accountId", "key", "payloadHash", "createdAt")
    SELECT id, ${key}::uuid, ${hash}, ${instantToDate(ctx.now)} FROM who
    ON CONFLICT DO NOTHING`;
  if (taken === 1) return null;
  const [earlier] = await readRows<{ payloadHash: string; answer: { value: V } }>(tx, "takeKey")`
    SELECT "payloadHash", "answer" FROM "IdempotencyKey"
     WHERE "accountId" = ${ctx.accountId}::uuid AND "key" = ${key}::uuid`;
  if (earlier?.payloadHash !== hash) return refused("key-reused");
  return done(earlier.answer.value);
}

/** The only call that takes numbers: nothing but the journal and the outbox comes after it. */
async function file<V>(
  tx: Tx,
  ctx: CommitContext,
  { submissions, besides, leaves }: Filing<V>,
): Promise<Committed<V>> {
  const [first, ...others] = await fileSubmissions(tx, ctx.now, submissions, besides ?? null);
  if (first === undefined) throw new Error("A filing has one request at least");
  return leaves([first, ...others]);
}

/** The journal, the outbox and the answer, in one statement. */
async function close<V>(tx: Tx, ctx: CommitContext, committed: Committed<V>): Promise<void> {
  const emails = (committed.emails ?? []).map((email) => ({ id: randomUUID(), ...email }));
  const at = instantToDate(ctx.now);
  await tx.$executeRaw`
    WITH journal AS (
      INSERT INTO "AuditEvent" ("at", "accountId", "kind", "familyId", "subject", "data")
      SELECT ${at}, ${ctx.accountId}::uuid, e."kind", e."familyId", e."subject", e."data"
        FROM jsonb_to_recordset(${JSON.stringify(committed.events)}::jsonb)
          AS e("kind" text, "familyId" int, "subject" text, "data" jsonb)
    ), outbox AS (
      INSERT INTO "OutboxEmail" ("id", "to", "replyTo", "subject", "text", "html", "tokenHash", "state", "createdAt")
      SELECT m."id", m."to", m."replyTo", m."subject", m."text", m."html", m."tokenHash", 'waiting', ${at}
        FROM jsonb_to_recordset(${JSON.stringify(emails)}::jsonb)
          AS m("id" uuid, "to" text, "replyTo" text, "subject" text, "text" text, "html" text,
             "tokenHash" text)
    )
    UPDATE "IdempotencyKey" SET "answer" = ${JSON.stringify({ value: committed.value })}::jsonb
     WHERE "accountId" = ${ctx.accountId}::uuid AND "key" = ${ctx.idempotency?.key ?? null}::uuid`;
}

/**
 * The only transaction of the town's data: everything that `fn` writes, its journal events, its
 * e-mails and its answer, or nothing. Requests to file are numbered last, once `fn` has written all else.
 * A refusal or a throw rolls back. The same idempotency key
 * gives the same answer; with another payload it is refused ("key-reused"). The e-mails leave after
 * the response; scripts and tests call `sendOutbox` themselves.
 */
export async function commit<V, R extends string = never>(
  ctx: CommitContext,
  fn: (tx: Tx) => Promise<Result<Committed<V> | Filing<V>, R>>,
): Promise<Result<V, R | "key-reused">> {
  if (ctx.idempotency && ctx.accountId === null) {
    throw new Error("An idempotency key belongs to an account");
  }
  let emails = 0;
  const write = async (tx: Tx): Promise<Result<V, R | "key-reused">> => {
    const answered = await takeKey<V>(tx, ctx);
    if (answered) return answered;
    const outcome = await fn(tx);
    if (!outcome.ok) throw new RollBack(outcome.refusal);
    const committed =
      "leaves" in outcome.value ? await file(tx, ctx, outcome.value) : outcome.value;
    await close(tx, ctx, committed);
    emails = committed.emails?.length ?? 0;
    return done(committed.value);
  };
  try {
    const result = await prisma.$transaction(write, {
      maxWait: 10_000,
      timeout: ctx.mostMs ?? 15_000,
    });
    if (emails > 0) afterResponse("outbox", () => sendOutbox(realNow()));
    return result;
  } catch (error) {
    if (error instanceof RollBack) return refused(error.refusal as R);
    throw error;
  }
}
