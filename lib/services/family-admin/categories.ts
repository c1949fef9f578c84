import "server-only";
import type { Authorized } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Day } from "@/lib/domain/day";
import { unbilledFrom } from "@/lib/domain/tariff/following";
import {
  countFollowing,
  readFollowing,
  type FollowingCounts,
} from "@/lib/services/tariffs/price-setting";

/** What an agent may choose, and what a choice changes of the family's reservations for the child. */
export interface CategoryChoices extends FollowingCounts {
  readonly categories: readonly { id: number; label: string; explanation: string | null }[];
}

/** Three statements. */
export async function readCategories(
  _agent: Authorized<"change-families">,
  familyId: number,
  childId: number,
  today: Day,
): Promise<CategoryChoices> {
  const following = await readFollowing(prisma);
  const [categories, [counts]] = await Promise.all([
    prisma.tariffCategory.findMany({
      select: { id: true, label: true, explanation: true },
      orderBy: { position: "asc" },
    }),
    readRows<FollowingCounts>(prisma, "readCategories")`
      SELECT ${countFollowing(following, unbilledFrom(today))}
      FROM "Inscription" i JOIN "Reservation" r ON r."inscriptionId" = i.id
      WHERE i."childId" = ${childId} AND r."familyId" = ${familyId}`,
  ]);
  if (!counts) throw new Error("A count always has one row");
  return { categories, ...counts };
}
