import "server-only";
import { instantToDate, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { type Instant, instant } from "@/lib/domain/day";
import { type LinkPurpose, linkLifetime } from "@/lib/domain/link-lifetime";
import {
  carrierOf,
  mailSettings,
  type HandedEmail,
  type MailCarrier,
  type MailSettings,
  type Outcome,
} from "./mail-carriers";

interface ClaimedEmail extends HandedEmail {
  attempts: number;
  /** What its one-use link is for, where it carries one. */
  link: LinkPurpose | null;
  /** That link was used, replaced or is too old: nobody is to open it. */
  isLinkDead: boolean;
}

const MINUTE = 60_000;
const BATCH = 10;
/** One call sends that many at most: a scheduled job has a time limit. The next call goes on. */
const MOST_AT_ONCE = 200;
/** A claimed e-mail is another sender's again after this time: its sender has died. */
const LEASE = 5 * MINUTE;
/** Minutes before the second, third… attempt. After the eighth, the e-mail has failed. */
const DELAYS = [1, 5, 15, 60, 180, 360, 720];
const LAST_ATTEMPT = DELAYS.length + 1;

function later(now: Instant, milliseconds: number): Date {
  return new Date(Date.parse(now) + milliseconds);
}

/** What stands in the place of a one-use link's e-mail once it has left: the link is for its reader only. */
const NO_LONGER_KEPT = "Ce message portait un lien personnel\u00a0: il n’est pas conservé.";

/** Takes what is due. Two senders never take the same row; a dead sender's lease runs out. */
function claim(now: Instant): Promise<ClaimedEmail[]> {
  return readRows<ClaimedEmail>(prisma, "claim")`
    UPDATE "OutboxEmail" o SET "attempts" = "attempts" + 1, "nextAttemptAt" = ${later(now, LEASE)}
     WHERE "id" IN (SELECT "id" FROM "OutboxEmail"
                     WHERE "state" = 'waiting'
                       AND ("nextAttemptAt" IS NULL OR "nextAttemptAt" <= ${instantToDate(now)})
                     ORDER BY "createdAt", "id" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING "id", "to", "replyTo", "subject", "text", "html", "attempts",
              (SELECT t."purpose"::text FROM "AccountToken" t WHERE t."hash" = o."tokenHash") AS "link",
              (o."tokenHash" IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM "AccountToken" t WHERE t."hash" = o."tokenHash"
                   AND t."usedAt" IS NULL AND t."expiresAt" > ${instantToDate(now)})) AS "isLinkDead"`;
}

async function settle(email: ClaimedEmail, outcome: Outcome, now: Instant): Promise<void> {
  if (outcome.sent) {
    await prisma.$executeRaw`
      UPDATE "OutboxEmail" SET "state" = 'sent', "sentAt" = ${instantToDate(now)},
             "providerId" = ${outcome.providerId}, "nextAttemptAt" = NULL, "lastError" = NULL
       WHERE "id" = ${email.id}::uuid`;
    if (email.link !== null) await startLink(email.id, email.link, now);
    return;
  }
  const delay = outcome.mayRetry ? DELAYS[email.attempts - 1] : undefined;
  const next = delay === undefined ? null : later(now, delay * MINUTE);
  await prisma.$executeRaw`
    UPDATE "OutboxEmail" SET "state" = (CASE WHEN ${next}::timestamptz IS NULL THEN 'failed' ELSE 'waiting' END)::"OutboxState",
           "nextAttemptAt" = ${next}, "lastError" = ${outcome.error}
     WHERE "id" = ${email.id}::uuid AND "state" = 'waiting'`;
  if (next === null) await forgetLink(email.id);
}

/** The link's time begins now that it is on its way, and the copy that stays here cannot be opened. */
async function startLink(id: string, purpose: LinkPurpose, now: Instant): Promise<void> {
  await prisma.$executeRaw`
    UPDATE "AccountToken" t SET "expiresAt" = ${later(now, linkLifetime(purpose))}
      FROM "OutboxEmail" o WHERE o."id" = ${id}::uuid AND t."hash" = o."tokenHash"`;
  await forgetLink(id);
}

async function forgetLink(id: string): Promise<void> {
  await prisma.outboxEmail.updateMany({
    where: { id, tokenHash: { not: null } },
    data: { text: NO_LONGER_KEPT, html: `<p>${NO_LONGER_KEPT}</p>` },
  });
}

/**
 * Sends every e-mail that is due at `now` (the real clock: retries must not follow the demo's).
 * Nothing is lost if the process dies in between: the row is due again when its lease ends.
 * Returns how many were sent and how many were not (they wait for another attempt, or have failed).
 */
export async function sendOutbox(
  now: Instant,
  settings: MailSettings | null = mailSettings(),
): Promise<{ sent: number; notSent: number }> {
  if (!settings) return { sent: 0, notSent: 0 };
  const carrier = carrierOf(settings);
  try {
    return await sendThrough(carrier, now);
  } finally {
    carrier.close();
  }
}

async function sendThrough(
  carrier: MailCarrier,
  now: Instant,
): Promise<{ sent: number; notSent: number }> {
  const count = { sent: 0, notSent: 0 };
  for (let claimed = await claim(now); claimed.length > 0; claimed = await claim(now)) {
    for (const email of claimed) {
      const outcome: Outcome =
        email.attempts > LAST_ATTEMPT
          ? { sent: false, error: "gave up", mayRetry: false }
          : email.isLinkDead
            ? { sent: false, error: "dead link", mayRetry: false }
            : await carrier.hand(email);
      await settle(email, outcome, now);
      count[outcome.sent ? "sent" : "notSent"] += 1;
    }
    if (count.sent + count.notSent >= MOST_AT_ONCE) break;
  }
  return count;
}

export interface StoredEmail {
  id: string;
  to: string;
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  state: "waiting" | "sent" | "failed";
  createdAt: Instant;
}

/** The latest e-mails, for the developers' page of the demo. */
export async function latestEmails(limit: number): Promise<StoredEmail[]> {
  const rows = await prisma.outboxEmail.findMany({
    select: {
      id: true,
      to: true,
      replyTo: true,
      subject: true,
      text: true,
      html: true,
      state: true,
      createdAt: true,
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: limit,
  });
  return rows.map((row) => ({ ...row, createdAt: instant(row.createdAt.toISOString()) }));
}
