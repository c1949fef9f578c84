import "server-only";
import type { Authorized } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { familiesMatching, hasNames, type Likeness } from "@/lib/services/family-search";

/** A family as the agents' list shows it. */
export interface FoundFamily {
  readonly id: number;
  readonly name: string;
  readonly guardians: readonly { readonly name: string; readonly email: string | null }[];
  /** "Léo", or "Léo Martin" where the name is another one than the family's. */
  readonly children: readonly string[];
}

export interface FamilySearch {
  /** Names, e-mail addresses, phones, a request's number, in any order. Empty: every family. */
  readonly search: string;
  /** From 1. */
  readonly page: number;
}

export const familiesPerPage = 25;
/** Beyond, a count is "plus de 1 000": nobody pages that far. */
export const familyCountLimit = 1000;

export interface FoundFamilies {
  readonly families: readonly FoundFamily[];
  readonly total: number;
  /** "near" where nothing is written as it was typed: names that sound alike. */
  readonly likeness: Likeness;
}

/**
 * A page of families by name, and how many match, up to `familyCountLimit` (familiesMatching says what is
 * looked at). Two statements; two more where nothing is written as it was typed.
 */
export async function searchFamilies(
  _agent: Authorized<"read-families">,
  asked: FamilySearch,
): Promise<FoundFamilies> {
  const exact = await find(asked, "exact");
  return exact.total > 0 || !hasNames(asked.search) ? exact : find(asked, "near");
}

async function find({ search, page }: FamilySearch, likeness: Likeness): Promise<FoundFamilies> {
  const wanted = familiesMatching(search, likeness);
  const [families, counted] = await Promise.all([
    readRows<FoundFamily>(prisma, "searchFamilies")`
      SELECT f.id, f.name,
        (SELECT coalesce(json_agg(json_build_object('name', g."firstName" || ' ' || g."lastName",
            'email', g.email) ORDER BY g.id), '[]')
         FROM "Guardian" g WHERE g."familyId" = f.id) AS guardians,
        (SELECT coalesce(json_agg(c."firstName" || CASE WHEN c."lastName" = f.name THEN ''
            ELSE ' ' || c."lastName" END ORDER BY c."birthDate" NULLS LAST, c.id), '[]')
         FROM "FamilyChild" fc JOIN "Child" c ON c.id = fc."childId" WHERE fc."familyId" = f.id) AS children
      FROM "Family" f WHERE ${wanted}
      ORDER BY f.name, f.id LIMIT ${familiesPerPage} OFFSET ${(page - 1) * familiesPerPage}`,
    readRows<{ count: number }>(prisma, "searchFamilies: count")`
      SELECT count(*)::int AS count FROM (
        SELECT 1 FROM "Family" f WHERE ${wanted} LIMIT ${familyCountLimit}) t`,
  ]);
  return { families, total: counted[0]?.count ?? 0, likeness };
}
