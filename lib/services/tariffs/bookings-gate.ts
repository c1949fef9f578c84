import "server-only";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import { Prisma } from "@/lib/generated/prisma/client";

/** Any number: advisory locks are named by one. */
const gate = 20_261_123;

/**
 * A column to select before the tariffs are read: whoever prices bookings holds the gate until the end
 * of its transaction. It never waits for other bookings, only for a publication.
 */
export const holdGate = Prisma.sql`pg_advisory_xact_lock_shared(${gate})::text AS gate`;

/**
 * A publication waits here for the bookings that run, and those that come wait for it: none is priced
 * by the tariffs of before and left without a price by those of after.
 */
export async function closeGate(tx: Tx): Promise<void> {
  await readRows(tx, "closeGate")`SELECT pg_advisory_xact_lock(${gate})::text AS gate`;
}
