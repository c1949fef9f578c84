import "server-only";
import type { Tx } from "@/lib/commit";
import { dayToDate } from "@/lib/db";
import { isSameName, type ChildFacts, type GuardianFacts } from "@/lib/domain/person";

/** Whether somebody of another file has this address, or this name and telephone: likely the same person. */
export async function isKnownGuardian(
  tx: Tx,
  { email, phone, ...names }: GuardianFacts,
): Promise<boolean> {
  const likely = await tx.guardian.findMany({
    where: {
      OR: [
        ...(email === null ? [] : [{ email: { equals: email, mode: "insensitive" as const } }]),
        ...(phone === null ? [] : [{ phone }, { otherPhone: phone }]),
      ],
    },
    select: { firstName: true, lastName: true, email: true },
  });
  return likely.some((one) => one.email?.toLowerCase() === email || isSameName(one, names));
}

/** The town's children of that name, born that day. */
export async function childrenAlike(tx: Tx, child: ChildFacts): Promise<number[]> {
  const born = await tx.child.findMany({
    where: { birthDate: dayToDate(child.birthDate) },
    select: { id: true, firstName: true, lastName: true },
    orderBy: { id: "asc" },
  });
  return born.filter((one) => isSameName(one, child)).map(({ id }) => id);
}
