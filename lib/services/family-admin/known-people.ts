import "server-only";
import type { Tx } from "@/lib/commit";
import { dayToDate } from "@/lib/db";
import {
  isSameName,
  type ChildFacts,
  type GuardianFacts,
  type KnownPerson,
} from "@/lib/domain/person";

/** Who in another file has this address, or this name and telephone: likely the same person. */
export async function guardiansAlike(
  tx: Tx,
  { email, phone, ...names }: GuardianFacts,
): Promise<KnownPerson[]> {
  const likely = await tx.guardian.findMany({
    where: {
      OR: [
        ...(email === null ? [] : [{ email: { equals: email, mode: "insensitive" as const } }]),
        ...(phone === null ? [] : [{ phone }, { otherPhone: phone }]),
      ],
    },
    select: { firstName: true, lastName: true, email: true, family: true },
    orderBy: { id: "asc" },
  });
  return likely
    .filter((one) => one.email?.toLowerCase() === email || isSameName(one, names))
    .map((one) => knownPerson(one, one.family));
}

/** The town's children of that name, born that day, with each of their homes. */
export async function childrenAlike(
  tx: Tx,
  child: ChildFacts,
): Promise<{ id: number; homes: KnownPerson[] }[]> {
  const born = await tx.child.findMany({
    where: { birthDate: dayToDate(child.birthDate) },
    select: {
      id: true,
      firstName: true,
      lastName: true,
      families: { select: { family: true }, orderBy: { familyId: "asc" } },
    },
    orderBy: { id: "asc" },
  });
  return born
    .filter((one) => isSameName(one, child))
    .map((one) => ({
      id: one.id,
      homes: one.families.map(({ family }) => knownPerson(one, family)),
    }));
}

function knownPerson(
  { firstName, lastName }: { firstName: string; lastName: string },
  { id, name }: { id: number; name: string },
): KnownPerson {
  return { name: `${firstName} ${lastName}`, familyId: id, familyName: name };
}
