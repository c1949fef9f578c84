import "server-only";
import { realNow } from "@/lib/clock";
import type { Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";
import type { OpeningHours, TownIdentity } from "@/lib/domain/town-identity";
import { reportUnexpected } from "@/lib/report";
import { showIdentity } from "@/town/live";

/** For how long another server may show what the town was called before. */
const HELD_MS = 15_000;

// One value a process: the server's bundles each load this file again.
const shared = globalThis as typeof globalThis & { preauIdentityReadAt?: number };

/** What the town saved by screens; null before it has. One statement. */
export async function readSavedIdentity(
  db: Pick<Tx, "townIdentity"> = prisma,
): Promise<TownIdentity | null> {
  const row = await db.townIdentity.findUnique({ where: { id: 1 } });
  if (!row) return null;
  const { id: _, openingHours, ...rest } = row;
  return { ...rest, openingHours: openingHours as unknown as OpeningHours[] };
}

/**
 * Has `town` say what the town saved. Held in memory: no page costs a statement for it. What is saved is seen
 * at once by the server that saved it, by others within fifteen seconds. A database that does not answer
 * changes nothing.
 */
export async function holdIdentity(): Promise<void> {
  const readAt = shared.preauIdentityReadAt;
  if (readAt !== undefined && Date.parse(realNow()) - readAt < HELD_MS) return;
  // Before the answer: those who ask meanwhile take what is there.
  shared.preauIdentityReadAt = Date.parse(realNow());
  try {
    showIdentity(await readSavedIdentity());
  } catch (error) {
    reportUnexpected("identity.hold", error);
  }
}

/** What is held is read again the next time that it is asked for. */
export function forgetIdentity(): void {
  delete shared.preauIdentityReadAt;
}
