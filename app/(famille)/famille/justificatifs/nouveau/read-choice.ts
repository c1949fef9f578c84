import { notFound } from "next/navigation";
import { cache } from "react";
import { idParam } from "@/app/params";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf, type Day } from "@/lib/domain/day";
import {
  aboutsOf,
  type DocumentAbout,
  type SupportingDocumentType,
} from "@/lib/domain/supporting-document";
import { readJoinable } from "@/lib/services/supporting-documents/join-document";
import {
  readFamilyDocuments,
  type FamilyDocuments,
} from "@/lib/services/supporting-documents/list-documents";
import { aboutParam } from "../about-param";

/** What the form offers, by what its address says. */
export interface Choice {
  /** The home that the document is for. */
  readonly familyId: number;
  readonly today: Day;
  /** The request past its cut-off that the document is joined to. */
  readonly requestNumber: number | null;
  /** The documents that somebody of the family may be asked for. */
  readonly types: readonly SupportingDocumentType[];
  /** The one chosen; undefined as long as none is. */
  readonly type: SupportingDocumentType | undefined;
  /** Everybody whom it may be about. */
  readonly persons: readonly { readonly value: string; readonly label: string }[];
}

/** `demande` and `type`, as the address has them. Once for the title and the page. */
export const readChoice = cache(async (demande: string, typeText: string): Promise<Choice> => {
  const { family } = await requireGuardian();
  const today = dayOf(nowMoment());
  const its = await readFamilyDocuments(family, today);
  const requestNumber = idParam(demande);
  const request = requestNumber === null ? null : await readJoinable(family, requestNumber);
  if (demande !== "" && !request) notFound();
  const mayBe = (type: SupportingDocumentType): DocumentAbout[] =>
    aboutsOf(type.subject, idsOf(its)).filter(
      (about) => !request || about.childId === request.childId,
    );
  const offered = request ? its.lateTypes : its.types;
  const types = offered.filter((type) => mayBe(type).length > 0);
  const [only] = types;
  const chosen = types.find(({ id }) => id === idParam(typeText));
  const type = chosen ?? (request && types.length === 1 ? only : undefined);
  const persons = type ? mayBe(type).map(aboutParam) : [];
  const names = namesOf(its);
  return {
    familyId: family.familyId,
    today,
    requestNumber,
    types,
    type,
    persons: persons.map((value) => ({ value, label: names.get(value) ?? value })),
  };
});

function idsOf({ children, guardians }: FamilyDocuments) {
  return {
    childIds: children.map(({ id }) => id),
    guardianIds: guardians.map(({ id }) => id),
  };
}

function namesOf({ children, guardians }: FamilyDocuments): ReadonlyMap<string, string> {
  return new Map([
    ["famille", "Toute la famille"],
    ...children.map((c) => [`enfant-${c.id}`, `${c.firstName} ${c.lastName}`] as const),
    ...guardians.map((g) => [`responsable-${g.id}`, `${g.firstName} ${g.lastName}`] as const),
  ]);
}
