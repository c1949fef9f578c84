import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { timeoutSettings } from "@/lib/database-timeouts";
import { type Day, type Instant, day, instant } from "@/lib/domain/day";
import { env, isBuilding } from "@/lib/env";
import { PrismaClient } from "@/lib/generated/prisma/client";

const UNREACHABLE = "postgresql://build@127.0.0.1:1/none";

function connectionSettings(): pg.ClientConfig {
  if (isBuilding) return { connectionString: UNREACHABLE };
  return { connectionString: env.DATABASE_URL, ...timeoutSettings(env.DATABASE_TIMEOUTS) };
}

function connect() {
  const pool = new pg.Pool({ ...connectionSettings(), max: 10 });
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

// One pool a process: the server's bundles and the development reloads each load this file again.
const shared = globalThis as typeof globalThis & { preauDatabase?: ReturnType<typeof connect> };
const database = (shared.preauDatabase ??= connect());

/** The only Prisma client. */
export const prisma = database.prisma;

/** The connections under it, for a library that speaks to PostgreSQL itself (throttles). */
export const pool = database.pool;

/**
 * A connection that is not the pool's, for who must be answered when every page waits. Whatever comes of
 * `work`, it is closed; it rejects after so many milliseconds.
 */
export async function onOwnConnection<V>(
  mostMs: number,
  work: (client: pg.Client) => Promise<V>,
): Promise<V> {
  const client = new pg.Client({ ...connectionSettings(), connectionTimeoutMillis: mostMs });
  // A connection that dies on its way rejects what waits for it: nobody else listens.
  client.on("error", () => undefined);
  const late = new AbortController();
  try {
    return await Promise.race([
      client.connect().then(() => work(client)),
      wait(mostMs, undefined, { signal: late.signal }).then(() => {
        throw new Error("The database did not answer in time");
      }),
    ]);
  } finally {
    late.abort();
    // Not awaited: a database that hangs does not say goodbye either.
    void client.end().catch(() => undefined);
  }
}

/** Closes every connection, so that a script or a test ends. */
export async function closeDatabase(): Promise<void> {
  await prisma.$disconnect();
  await pool.end();
  delete shared.preauDatabase;
}

/** A `date` column travels as midnight UTC of that civil day. */
export function dayToDate(d: Day): Date {
  return new Date(`${d}T00:00:00.000Z`);
}

export function dateToDay(date: Date): Day {
  return day(date.toISOString().slice(0, 10));
}

export function instantToDate(i: Instant): Date {
  return new Date(i);
}

export function dateToInstant(date: Date): Instant {
  return instant(date.toISOString());
}
