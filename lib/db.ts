import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Day, type Instant, day, instant } from "@/lib/domain/day";
import { env, isBuilding } from "@/lib/env";
import { PrismaClient } from "@/lib/generated/prisma/client";

const UNREACHABLE = "postgresql://build@127.0.0.1:1/none";

function connect() {
  const connectionString = isBuilding ? UNREACHABLE : env.DATABASE_URL;
  const pool = new pg.Pool({ connectionString, max: 10 });
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

// One pool a process: the server's bundles and the development reloads each load this file again.
const shared = globalThis as typeof globalThis & { preauDatabase?: ReturnType<typeof connect> };
const database = (shared.preauDatabase ??= connect());

/** The only Prisma client. */
export const prisma = database.prisma;

/** The connections under it, for a library that speaks to PostgreSQL itself (throttles). */
export const pool = database.pool;

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
