import { dateToDay, prisma } from "@/lib/db";
import { readQuotients } from "@/lib/services/family-admin/quotients";
import { anActor, townAgentProof } from "@/tests/support/actors";

/** What an agent sees of a family's means, as the forms send it back. */
export interface ShownMeans {
  readonly familyId: number;
  /** The stamp of the quotient's history. */
  readonly stamp: string;
  /** A category that the family's children are not in. */
  readonly otherCategoryId: number;
  readonly guardianId: number;
  /** A group that welcomes children, and its first day. */
  readonly group: { readonly id: number; readonly from: string };
}

export async function theShownMeans(familyId: number): Promise<ShownMeans> {
  const proof = townAgentProof({ id: anActor().accountId });
  const { stamp } = await readQuotients(proof, familyId);
  const other = await prisma.tariffCategory.findUniqueOrThrow({ where: { code: "EXTERIEUR" } });
  const guardian = await prisma.guardian.findFirstOrThrow({ where: { familyId } });
  const group = await prisma.group.findFirstOrThrow({ orderBy: { lastDay: "desc" } });
  return {
    familyId,
    stamp,
    otherCategoryId: other.id,
    guardianId: guardian.id,
    group: { id: group.id, from: dateToDay(group.firstDay) },
  };
}

/** A situation from next year on, as it is typed. */
export function typedMeans({ familyId, stamp }: ShownMeans) {
  return {
    familyId,
    replaces: "",
    shown: stamp,
    from: "2027-01-01",
    quotient: "1 234,56",
    parts: "2,5",
    children: "2",
    residence: "commune",
    source: "Avis d’imposition 2026",
    income: "",
    benefits: "",
  };
}
