import "server-only";
import type { Authorized } from "@/lib/auth";
import { dateToInstant, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Instant } from "@/lib/domain/day";
import { familyJournalKinds, healthReadingKinds } from "@/lib/domain/journal-words";
import { aboutEvent, subjectOf } from "@/lib/services/journal/about";

/** One event of a family's journal: who did what, and when. What was written is not repeated here. */
export interface FamilyEvent {
  /** The journal's number, as a text: it may be larger than a number is exact. */
  readonly id: string;
  readonly at: Instant;
  readonly kind: string;
  /** The child, guardian, contact or request that it is about, in words; null: the family, or what is gone. */
  readonly about: string | null;
  /** Null where the portal itself acted. */
  readonly by: string | null;
}

/** A family's last events, latest first, without the readings of health. One statement. */
export async function readFamilyJournal(
  _agent: Authorized<"read-families">,
  familyId: number,
  count: number,
): Promise<FamilyEvent[]> {
  const rows = await readRows<Omit<FamilyEvent, "at"> & { at: Date }>(prisma, "readFamilyJournal")`
    SELECT e.id::text AS id, e.at, e.kind, a."firstName" || ' ' || a."lastName" AS by,
      ${aboutEvent} AS about
    FROM "AuditEvent" e LEFT JOIN "Account" a ON a.id = e."accountId"
    CROSS JOIN LATERAL ${subjectOf}
    WHERE e."familyId" = ${familyId} AND e.kind = ANY (${familyJournalKinds})
    ORDER BY e.id DESC LIMIT ${count}`;
  return rows.map((row) => ({ ...row, at: dateToInstant(row.at) }));
}

/** Who last read what is known of these children's health, latest first. One statement. */
export async function readHealthReadings(
  _agent: Authorized<"read-families">,
  childIds: readonly number[],
  count: number,
): Promise<FamilyEvent[]> {
  const named = childIds.map((id) => JSON.stringify([id]));
  const rows = await readRows<Omit<FamilyEvent, "at"> & { at: Date }>(prisma, "readHealthReadings")`
    SELECT e.id::text AS id, e.at, e.kind, a."firstName" || ' ' || a."lastName" AS by, NULL AS about
    FROM "AuditEvent" e LEFT JOIN "Account" a ON a.id = e."accountId"
    WHERE e.kind = ANY (${healthReadingKinds}) AND e.data -> 'children' @> ANY (${named}::jsonb[])
    ORDER BY e.id DESC LIMIT ${count}`;
  return rows.map((row) => ({ ...row, at: dateToInstant(row.at) }));
}
