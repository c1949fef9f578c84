import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import { parseDay, type Instant } from "@/lib/domain/day";
import { seal, unseal } from "@/lib/seal";

export type HealthField = "hasPai" | "paiValidUntil";

/** A child's health as the file's texts: "oui", "non" or null; a day or null. */
export type Health = Readonly<Record<HealthField, string | null>>;

/** From what to what, as texts. */
export interface HealthValues {
  readonly was: string | null;
  readonly now: string | null;
}

export function isHealthField(field: string): field is HealthField {
  return field === "hasPai" || field === "paiValidUntil";
}

const storedHealth = z.object({
  pai: z.boolean().nullable(),
  paiValidUntil: z.string().nullable(),
});
const storedLine = z.object({ was: z.string().nullable(), now: z.string().nullable() });

const healthContext = (childId: number) => `child-health:${childId}`;
const lineContext = (requestId: string, field: HealthField) => `file-change:${requestId}:${field}`;

const textOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const readText = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

/** What is stored of a child, opened; nothing known where nothing is stored. */
export function openHealth(childId: number, sealed: Uint8Array | null): Health {
  if (sealed === null) return { hasPai: null, paiValidUntil: null };
  const { pai, paiValidUntil } = storedHealth.parse(
    readText(unseal(sealed, healthContext(childId))),
  );
  return { hasPai: pai === null ? null : pai ? "oui" : "non", paiValidUntil };
}

export function sealHealth(
  childId: number,
  { hasPai, paiValidUntil }: Health,
): Uint8Array<ArrayBuffer> {
  const pai = hasPai === null ? null : hasPai === "oui";
  const until = paiValidUntil === null ? null : parseDay(paiValidUntil);
  return seal(textOf({ pai, paiValidUntil: until }), healthContext(childId));
}

/** A line of a request, which opens as this line of this request only. */
export function sealLine(
  requestId: string,
  field: HealthField,
  { was, now }: HealthValues,
): Uint8Array<ArrayBuffer> {
  return seal(textOf({ was, now }), lineContext(requestId, field));
}

export function openLine(requestId: string, field: HealthField, sealed: Uint8Array): HealthValues {
  return storedLine.parse(readText(unseal(sealed, lineContext(requestId, field))));
}

/**
 * Writes what becomes of a child's health. Without a PAI it has no validity: the answer "non" empties it.
 * The caller holds the child's lock. Two statements; none where nothing changes.
 */
export async function writeHealth(
  tx: Tx,
  childId: number,
  changes: Partial<Health>,
  now: Instant,
): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  const row = await tx.childHealth.findUnique({ where: { childId } });
  const before = openHealth(childId, row?.sealed ?? null);
  const cleared = changes.hasPai === "non" ? { paiValidUntil: null } : {};
  const sealed = sealHealth(childId, { ...before, ...changes, ...cleared });
  const updatedAt = instantToDate(now);
  await tx.childHealth.upsert({
    where: { childId },
    create: { childId, sealed, updatedAt },
    update: { sealed, updatedAt },
  });
}
