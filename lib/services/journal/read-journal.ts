import "server-only";
import type { Authorized } from "@/lib/auth";
import { dateToInstant, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Instant } from "@/lib/domain/day";
import { aboutEvent, subjectOf } from "./about";
import { lastEvents, readNamed, type JournalFilters, type Named } from "./journal-filters";

/** An event of the town's journal. */
export interface TownEvent {
  /** The journal's number, as a text: it may be larger than a number is exact. */
  readonly id: string;
  readonly at: Instant;
  readonly kind: string;
  /** What it is about, in words; null: the family or the town, or what is gone. */
  readonly about: string | null;
  /** Null where the portal itself acted, or where the account is gone. */
  readonly by: string | null;
  readonly byEmail: string | null;
  readonly hasAccount: boolean;
  readonly familyId: number | null;
  /** Null where there is no family, or where it is gone. */
  readonly familyName: string | null;
  /** What the journal keeps of it: never shown but by the fields that have words. */
  readonly data: unknown;
}

export const eventsPerPage = 50;

/** Events, latest first, and the number from which the next ones follow; null: there are no others. */
export interface JournalPage {
  readonly events: readonly TownEvent[];
  readonly next: string | null;
}

/**
 * The events that come before the one that is numbered `before` (null: the last ones), latest first. Two
 * statements at most. `tooMany`: the filter that names too many to follow.
 */
export async function readJournal(
  agent: Authorized<"read-journal">,
  filters: JournalFilters,
  before: string | null,
): Promise<JournalPage | { readonly tooMany: "who" | "family" }> {
  const named = await readNamed(agent, filters);
  return "tooMany" in named ? named : readPage(filters, named, { before, count: eventsPerPage });
}

/** A page of so many events, of those who were found. One statement. */
export async function readPage(
  filters: JournalFilters,
  named: Named,
  { before, count }: { readonly before: string | null; readonly count: number },
): Promise<JournalPage> {
  const rows = await readRows<Omit<TownEvent, "at"> & { at: Date }>(prisma, "readJournal")`
    SELECT e.id::text AS id, e.at, e.kind, e."familyId", f.name AS "familyName", e.data,
      a."firstName" || ' ' || a."lastName" AS by, a.email AS "byEmail",
      e."accountId" IS NOT NULL AS "hasAccount", ${aboutEvent} AS about
    FROM (${lastEvents(filters, named, { before, count: count + 1 })}) e
    LEFT JOIN "Account" a ON a.id = e."accountId" LEFT JOIN "Family" f ON f.id = e."familyId"
    CROSS JOIN LATERAL ${subjectOf}
    ORDER BY e.at DESC, e.id DESC`;
  const events = rows.slice(0, count).map((row) => ({ ...row, at: dateToInstant(row.at) }));
  return { events, next: rows.length > count ? (events.at(-1)?.id ?? null) : null };
}
