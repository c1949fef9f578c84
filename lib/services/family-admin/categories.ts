import "server-only";
import type { Authorized } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Day } from "@/lib/domain/day";

/** What an agent may choose, and what a choice changes. */
export interface CategoryChoices {
  readonly categories: readonly { id: number; label: string; explanation: string | null }[];
  /** Reservations of the family for the child, from today on, that keep the price that they have. */
  readonly kept: number;
  /** Those that have none, and may get theirs. */
  readonly unpriced: number;
}

/** Two statements. */
export async function readCategories(
  _agent: Authorized<"change-families">,
  familyId: number,
  childId: number,
  today: Day,
): Promise<CategoryChoices> {
  const [categories, counts] = await Promise.all([
    prisma.tariffCategory.findMany({
      select: { id: true, label: true, explanation: true },
      orderBy: { position: "asc" },
    }),
    readRows<{ kept: number; unpriced: number }>(prisma, "readCategories")`
      SELECT (count(r."priceId") FILTER (WHERE r.day >= ${today}::date))::int AS kept,
        (count(*) - count(r."priceId"))::int AS unpriced
      FROM "Inscription" i JOIN "Reservation" r ON r."inscriptionId" = i.id
      WHERE i."childId" = ${childId} AND r."familyId" = ${familyId}`,
  ]);
  return { categories, ...(counts[0] ?? { kept: 0, unpriced: 0 }) };
}
