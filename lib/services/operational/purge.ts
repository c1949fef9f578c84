import "server-only";
import { prisma } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";
import { Prisma } from "@/lib/generated/prisma/client";

const DAY = 24 * 60 * 60_000;
/** So many rows of a table at once: no lock lasts. */
const BATCH = 5000;

function before(now: Instant, days: number): Date {
  return new Date(Date.parse(now) - days * DAY);
}

/** What is old, by table. A waiting e-mail is never old; the town's own data is never here. */
function oldRows({ now, realNow }: { now: Instant; realNow: Instant }) {
  const { sql } = Prisma;
  return {
    // Read by nobody once it has left; a month to look into a complaint.
    OutboxEmail: sql`"state" IN ('sent', 'failed') AND "createdAt" < ${before(now, 30)}`,
    // Ended, or past its end. The journal of sign-ins says that it was.
    Session: sql`least("revokedAt", "expiresAt") < ${before(realNow, 30)}`,
    HalfSession: sql`"expiresAt" < ${before(realNow, 1)}`,
    PasskeyChallenge: sql`"expiresAt" < ${before(realNow, 1)}`,
    AccountToken: sql`"expiresAt" < ${before(realNow, 30)}`,
    // A form may stay open in a tab: after a quarter nobody sends it again.
    IdempotencyKey: sql`"createdAt" < ${before(now, 90)}`,
    Throttle: sql`"expire" < ${Date.parse(realNow)}`,
    // A file of the whole town, with what was wrong in it: a month to do it and to look at it again.
    TownImport: sql`"createdAt" < ${before(now, 30)}`,
    // CNIL: six months of traces are enough.
    SignInEvent: sql`"at" < ${before(realNow, 183)}`,
  };
}

/** Deletes what has served its time; how many rows of each table. Asked twice, the second finds nothing. */
export async function purge(clocks: {
  now: Instant;
  realNow: Instant;
}): Promise<Readonly<Record<string, number>>> {
  const count: Record<string, number> = {};
  for (const [table, isOld] of Object.entries(oldRows(clocks))) {
    const name = Prisma.raw(`"${table}"`);
    let deleted = BATCH;
    for (count[table] = 0; deleted === BATCH; count[table] += deleted)
      deleted = await prisma.$executeRaw`
        DELETE FROM ${name} WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${name} WHERE ${isOld} LIMIT ${BATCH}))`;
  }
  return count;
}
