import "server-only";
import type { Authorized } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { dateToDay, dateToInstant, prisma } from "@/lib/db";
import type { ChildRights } from "@/lib/domain/child-rights";
import { dayOf, momentOfInstant, type Day } from "@/lib/domain/day";

/** A family's rights over a child as they stand, and why. */
export interface StandingRights extends ChildRights {
  readonly reason: string | null;
  readonly documentId: string | null;
}

/** A supporting document of the child on which a limit may rest. */
export interface RightsDocument {
  readonly id: string;
  readonly label: string;
  /** The family that gave it. */
  readonly familyName: string;
  readonly filedOn: Day;
  readonly validUntil: Day | null;
}

/** The rights of a family over one of its children; null where it is not one of its children. */
export async function readRights(
  _agent: Authorized<"change-families">,
  { familyId, childId }: { familyId: number; childId: number },
  db: Pick<Tx, "familyChild"> = prisma,
): Promise<StandingRights | null> {
  const row = await db.familyChild.findUnique({
    where: { familyId_childId: { familyId, childId } },
  });
  if (!row) return null;
  const { mayBook, mayAuthorize, maySeeFile, rightsReason, rightsDocumentId } = row;
  return {
    mayBook,
    mayAuthorize,
    maySeeFile,
    reason: rightsReason,
    documentId: rightsDocumentId,
  };
}

/** The child's accepted documents, whichever of its families gave them, latest first. One statement. */
export async function readRightsDocuments(
  _agent: Authorized<"change-families">,
  childId: number,
): Promise<RightsDocument[]> {
  const rows = await prisma.supportingDocument.findMany({
    where: { childId, state: "accepted" },
    select: {
      id: true,
      filedAt: true,
      validUntil: true,
      type: { select: { label: true } },
      family: { select: { name: true } },
    },
    orderBy: [{ filedAt: "desc" }, { id: "asc" }],
  });
  return rows.map(({ id, filedAt, validUntil, type, family }) => ({
    id,
    label: type.label,
    familyName: family.name,
    filedOn: dayOf(momentOfInstant(dateToInstant(filedAt))),
    validUntil: validUntil && dateToDay(validUntil),
  }));
}

/** Stands for the rights as they are: what was read is what is changed. */
export function rightsStamp({ reason, documentId, ...rights }: StandingRights): string {
  return JSON.stringify([
    rights.mayBook,
    rights.mayAuthorize,
    rights.maySeeFile,
    reason,
    documentId,
  ]);
}
