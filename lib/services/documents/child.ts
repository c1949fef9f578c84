import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { dateToDay } from "@/lib/db";
import { formatDay } from "@/lib/domain/day-words";
import type { DocumentFact } from "@/lib/domain/issued-document";

/** A child of this family, as documents name it; null for any other. One statement. */
export async function readNamedChild(
  tx: Tx,
  family: AuthorizedFamily,
  childId: number,
): Promise<{ name: string; facts: DocumentFact[] } | null> {
  const child = await tx.child.findFirst({
    where: { id: childId, families: { some: { familyId: family.familyId } } },
  });
  if (!child) return null;
  const name = `${child.firstName} ${child.lastName}`;
  const birth: DocumentFact[] = child.birthDate
    ? [["Date de naissance", formatDay(dateToDay(child.birthDate), "numeric")]]
    : [];
  return { name, facts: [["Enfant", name], ...birth] };
}
