import "server-only";
import type { Authorized } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Day } from "@/lib/domain/day";
import type { JournalKind } from "@/lib/domain/journal-event";
import { Prisma } from "@/lib/generated/prisma/client";
import { accountsMatching, familiesMatching } from "@/lib/services/family-search";

/** Which events are looked for. */
export interface JournalFilters {
  /** Words of an account's name or address; "": whoever did it. */
  readonly who: string;
  /** What finds a family (`familiesMatching`); "": about whomever. */
  readonly family: string;
  readonly kinds: readonly JournalKind[] | "every";
  /** First and last day in Paris; null: no limit. */
  readonly from: Day | null;
  readonly to: Day | null;
}

/** As many accounts, and families, as a search follows: beyond, one is asked for more of the name. */
export const mostNamed = 100;

/** The accounts and families that were typed, each by its id. */
export interface Named {
  readonly accounts: readonly string[] | "every";
  readonly families: readonly number[] | "every";
}

/** Whom the filters name; the filter that names more than `mostNamed`, where there is one. One statement, or none. */
export async function readNamed(
  _agent: Authorized<"read-journal">,
  { who, family }: JournalFilters,
): Promise<Named | { readonly tooMany: "who" | "family" }> {
  if (who === "" && family === "") return { accounts: "every", families: "every" };
  const most = mostNamed + 1;
  const [row] = await readRows<{ accounts: string[]; families: number[] }>(prisma, "readNamed")`
    SELECT ARRAY(SELECT a.id::text FROM "Account" a
        WHERE ${who === "" ? Prisma.sql`FALSE` : accountsMatching(who)} LIMIT ${most}) AS accounts,
      ARRAY(SELECT f.id FROM "Family" f
        WHERE ${family === "" ? Prisma.sql`FALSE` : familiesMatching(family, "exact")} LIMIT ${most}) AS families`;
  const { accounts, families } = row ?? { accounts: [], families: [] };
  if (accounts.length > mostNamed) return { tooMany: "who" };
  if (families.length > mostNamed) return { tooMany: "family" };
  return {
    accounts: who === "" ? "every" : accounts,
    families: family === "" ? "every" : families,
  };
}

/**
 * The last `count` events before `before`, on e: as many from the index of each family, account or kind that is
 * looked for, whichever are the fewest, then the last of them all. However long the journal, nothing else is read.
 */
export function lastEvents(
  { kinds, from, to }: JournalFilters,
  { accounts, families }: Named,
  { before, count }: { readonly before: string | null; readonly count: number },
): Prisma.Sql {
  const { sql } = Prisma;
  const among = [
    families === "every" ? null : sql`e."familyId" = ANY (${[...families]}::int[])`,
    accounts === "every" ? null : sql`e."accountId" = ANY (${[...accounts]}::uuid[])`,
    kinds === "every" ? null : sql`e.kind = ANY (${[...kinds]}::text[])`,
  ];
  const [each, is] = eachOf({ kinds, accounts, families });
  const conditions = [
    is,
    // What the index of each one does not say already.
    ...among.slice(among.findIndex((one) => one !== null) + 1),
    from && sql`e.at >= ${from}::date::timestamp AT TIME ZONE 'Europe/Paris'`,
    to && sql`e.at < (${to}::date + 1)::timestamp AT TIME ZONE 'Europe/Paris'`,
    before === null ? null : sql`(e.at, e.id) < (${momentOf(before)}, ${before}::bigint)`,
  ].filter((one) => one !== null);
  return sql`
    SELECT e.* FROM ${each} CROSS JOIN LATERAL (
      SELECT e.* FROM "AuditEvent" e WHERE ${Prisma.join(conditions, " AND ")}
      ORDER BY e.at DESC, e.id DESC LIMIT ${count}) e
    ORDER BY e.at DESC, e.id DESC LIMIT ${count}`;
}

/** A family has fewer events than an account of the town hall, and that one fewer than a kind. */
function eachOf({ families, accounts, kinds }: Named & Pick<JournalFilters, "kinds">) {
  const { sql } = Prisma;
  if (families !== "every")
    return [sql`unnest(${[...families]}::int[]) each`, sql`e."familyId" = each`] as const;
  if (accounts !== "every")
    return [sql`unnest(${[...accounts]}::uuid[]) each`, sql`e."accountId" = each`] as const;
  if (kinds !== "every")
    return [sql`unnest(${[...kinds]}::text[]) each`, sql`e.kind = each`] as const;
  return [sql`(SELECT 1) each`, sql`TRUE`] as const;
}

/** When an event was; of a number that the journal does not have, later than all. */
const momentOf = (id: string) => Prisma.sql`
  coalesce((SELECT b.at FROM "AuditEvent" b WHERE b.id = ${id}::bigint), 'infinity')`;
