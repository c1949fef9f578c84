import { prisma } from "@/lib/db";
import { readQuotients } from "@/lib/services/family-admin/quotients";
import { anActor, townAgentProof } from "@/tests/support/actors";

/** What an agent sees of a family's means, as the forms send it back. */
export interface ShownMeans {
  readonly familyId: number;
  /** The stamp of the quotient's history. */
  readonly stamp: string;
  /** A category that the family's children are not in. */
  readonly otherCategoryId: number;
}

export async function theShownMeans(familyId: number): Promise<ShownMeans> {
  const proof = townAgentProof({ id: anActor().accountId });
  const { stamp } = await readQuotients(proof, familyId);
  const other = await prisma.tariffCategory.findUniqueOrThrow({ where: { code: "EXTERIEUR" } });
  return { familyId, stamp, otherCategoryId: other.id };
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
