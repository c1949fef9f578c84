import "server-only";
import type { Authorized } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { Prisma } from "@/lib/generated/prisma/client";
import { searchTokens } from "./search-words";

/** A family as the agents' list shows it. */
export interface FoundFamily {
  readonly id: number;
  readonly name: string;
  readonly guardians: readonly { readonly name: string; readonly email: string | null }[];
  /** "Léo", or "Léo Martin" where the name is another one than the family's. */
  readonly children: readonly string[];
}

export interface FamilySearch {
  /** What was typed: names, first names or e-mail addresses, in any order. Empty: every family. */
  readonly search: string;
  /** From 1. */
  readonly page: number;
}

export const familiesPerPage = 25;
/** Beyond, a count is "plus de 1 000": nobody pages that far. */
export const familyCountLimit = 1000;

/**
 * A page of families by name, and how many match, up to `familyCountLimit`. Every word must begin a word of
 * the family's name, of a guardian's or a child's name, or of an e-mail address. Two statements.
 */
export async function searchFamilies(
  _agent: Authorized<"read-families">,
  { search, page }: FamilySearch,
): Promise<{ families: FoundFamily[]; total: number }> {
  const wanted = searched(search);
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
  return { families, total: counted[0]?.count ?? 0 };
}

/** On f, a family. What stands between two spaces is looked up at once, in three indexes. */
function searched(search: string): Prisma.Sql {
  const tokens = searchTokens(search);
  if (tokens.length === 0) return search.trim() === "" ? Prisma.sql`TRUE` : Prisma.sql`FALSE`;
  return Prisma.join(tokens.map(familiesWith), " AND ");
}

/** An address typed in full is one guardian's: its words are found together. */
function familiesWith(words: readonly string[]): Prisma.Sql {
  const query = words.map((word) => `${word}:*`).join(" & ");
  const begins = Prisma.sql`to_tsquery('simple', ${query})`;
  return Prisma.sql`f.id IN (
    SELECT n.id FROM "Family" n WHERE "searchWords"(n.name) @@ ${begins}
    UNION SELECT g."familyId" FROM "Guardian" g
      WHERE "searchWords"(g."firstName" || ' ' || g."lastName" || ' ' || coalesce(g.email, '')) @@ ${begins}
    UNION SELECT fc."familyId" FROM "Child" c JOIN "FamilyChild" fc ON fc."childId" = c.id
      WHERE "searchWords"(c."firstName" || ' ' || c."lastName") @@ ${begins})`;
}
