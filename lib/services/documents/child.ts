import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { dateToDay } from "@/lib/db";
import { formatDay } from "@/lib/domain/day-words";
import type { DocumentFact } from "@/lib/domain/issued-document";
import { withSomeRight } from "@/lib/services/child-rights";

/**
 * A child of this family, as documents name it; null for any other, and where no right over it is left.
 * The birth date is of the child's file: not for a home to which it is closed. One statement.
 */
export async function readNamedChild(
  tx: Tx,
  family: AuthorizedFamily,
  childId: number,
): Promise<{ name: string; facts: DocumentFact[] } | null> {
  const { familyId } = family;
  const its = await tx.familyChild.findUnique({
    where: { familyId_childId: { familyId, childId }, ...withSomeRight },
    include: { child: true },
  });
  if (!its) return null;
  const { firstName, lastName, birthDate } = its.child;
  const name = `${firstName} ${lastName}`;
  const birth: DocumentFact[] =
    birthDate && its.maySeeFile
      ? [["Date de naissance", formatDay(dateToDay(birthDate), "numeric")]]
      : [];
  return { name, facts: [["Enfant", name], ...birth] };
}
