import "server-only";
import type { Tx } from "@/lib/commit";
import { day, dayOf, type Day, type Moment } from "@/lib/domain/day";
import { refused, done, type Result } from "@/lib/domain/result";
import {
  lastDayOf,
  type DocumentAbout,
  type SupportingDocumentType,
} from "@/lib/domain/supporting-document";
import { currentSchoolYear, readSchoolYears } from "@/lib/services/school-years";

/** What somebody says of a document: its kind, whom it is about, and its last day where it is asked. */
export interface DocumentClaim extends DocumentAbout {
  readonly typeId: number;
  readonly validUntil: Day | null;
  /** The request past its cut-off that it is joined to; null: it is filed by itself. */
  readonly requestNumber: number | null;
}

/** What is known of it once it was checked. */
export interface DocumentTarget {
  readonly type: SupportingDocumentType;
  /** "Lucas Dupont"; null: the whole family. */
  readonly aboutName: string | null;
  readonly validUntil: Day | null;
}

export type TargetRefusal =
  "not-found" | "document-type-gone" | "document-date-missing" | "document-date-past";

/**
 * Checks the kind, the person and the date against the town's list and this family. A guardian
 * files for children whose documents the family may see, an agent for any child of the family.
 */
export async function readTarget(
  db: Tx,
  familyId: number,
  claim: DocumentClaim,
  who: { readonly moment: Moment; readonly isAgent: boolean },
): Promise<Result<DocumentTarget, TargetRefusal>> {
  const type = await db.supportingDocumentType.findUnique({ where: { id: claim.typeId } });
  if (!type) return refused("not-found");
  const isJoined = claim.requestNumber !== null;
  if (!type.active || type.forLate !== isJoined) return refused("document-type-gone");
  const person = await readPerson(db, familyId, type.subject, claim, who.isAgent);
  if (!person) return refused("not-found");
  const year = currentSchoolYear(await readSchoolYears(db), who.moment);
  const filedOn = dayOf(who.moment);
  const lastSchoolDay = year ? day(year.to) : null;
  const last = lastDayOf(type, claim.validUntil, { filedOn, lastSchoolDay });
  if (!last.ok) return last;
  return done({ type, aboutName: person.name, validUntil: last.value });
}

/** The person, of this family and of the kind that the type is about; null for anybody else. */
async function readPerson(
  db: Tx,
  familyId: number,
  subject: SupportingDocumentType["subject"],
  { childId, guardianId }: DocumentAbout,
  isAgent: boolean,
): Promise<{ name: string | null } | null> {
  switch (subject) {
    case "family":
      return childId === null && guardianId === null ? { name: null } : null;
    case "child": {
      if (childId === null || guardianId !== null) return null;
      const link = await db.familyChild.findUnique({
        where: { familyId_childId: { familyId, childId }, ...(!isAgent && { maySeeFile: true }) },
        select: { child: { select: { firstName: true, lastName: true } } },
      });
      return link && { name: `${link.child.firstName} ${link.child.lastName}` };
    }
    case "guardian": {
      if (guardianId === null || childId !== null) return null;
      const guardian = await db.guardian.findFirst({ where: { id: guardianId, familyId } });
      return guardian && { name: `${guardian.firstName} ${guardian.lastName}` };
    }
  }
}
