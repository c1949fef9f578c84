import { addMonths, day, daysBetween, maxDay, yearOf, type Day } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import type { LineState } from "@/lib/domain/service-request";

/** Whom a document is about. */
export type DocumentSubject = "family" | "guardian" | "child";

export const documentSubjectLabel: Readonly<Record<DocumentSubject, string>> = {
  family: "La famille",
  guardian: "Un responsable",
  child: "Un enfant",
};

/** How long a document holds: for ever, months from its filing, to a date that is typed, the school year. */
export type DocumentValidity = "forever" | "months" | "untilDate" | "schoolYear";

export const documentValidityLabel: Readonly<Record<DocumentValidity, string>> = {
  forever: "Sans limite",
  months: "Un nombre de mois après le dépôt",
  untilDate: "Jusqu’à une date que la famille donne",
  schoolYear: "Jusqu’à la fin de l’année scolaire",
};

/** A kind of document, as the town sets it. */
export interface SupportingDocumentType {
  readonly id: number;
  readonly label: string;
  readonly explanation: string | null;
  readonly subject: DocumentSubject;
  readonly validity: DocumentValidity;
  /** Of `months` alone. */
  readonly validityMonths: number | null;
  readonly processing: "automatic" | "examined";
  /** Asked of everybody whom it is about. */
  readonly required: boolean;
  /** Only joined to requests past the cut-off. */
  readonly forLate: boolean;
}

/** The person whom a document is about; both null: the whole family. */
export interface DocumentAbout {
  readonly childId: number | null;
  readonly guardianId: number | null;
}

/** What the rules ask of a filed document. */
export interface KnownDocument extends DocumentAbout {
  readonly typeId: number;
  readonly state: LineState;
  /** Last day on which it holds; null: it does not expire. */
  readonly validUntil: Day | null;
  /** ISO instant, or any text that sorts by time. */
  readonly filedAt: string;
}

export type DocumentStatus =
  "pending" | "accepted" | "expiring" | "expired" | "refused" | "withdrawn" | "dropped";

export const documentStatusLabel: Readonly<Record<DocumentStatus, string>> = {
  pending: "En attente",
  accepted: "Validé",
  expiring: "Expire bientôt",
  expired: "Expiré",
  refused: "Refusé",
  withdrawn: "Retiré",
  dropped: "Sans suite",
};

/** A document holds up to and including its last day; it expires soon within the days of the reminder. */
export function documentStatus(
  { state, validUntil }: Pick<KnownDocument, "state" | "validUntil">,
  today: Day,
  remindDaysBefore: number,
): DocumentStatus {
  if (state !== "accepted") return state;
  if (validUntil === null) return "accepted";
  if (validUntil < today) return "expired";
  return daysBetween(today, validUntil) <= remindDaysBefore ? "expiring" : "accepted";
}

/** The days that bound a document: its filing's, and the school year's that runs or comes. */
export interface ValidityDays {
  readonly filedOn: Day;
  /** Null where no school year is known. */
  readonly lastSchoolDay: Day | null;
}

/**
 * Its last day. A school year's documents hold for the summer centres that follow it, up to 31 August;
 * months are counted from the filing's day, up to and including the same date.
 */
export function lastDayOf(
  type: Pick<SupportingDocumentType, "validity" | "validityMonths">,
  typed: Day | null,
  { filedOn, lastSchoolDay }: ValidityDays,
): Result<Day | null, "document-date-missing" | "document-date-past"> {
  switch (type.validity) {
    case "forever":
      return done(null);
    case "months":
      return done(addMonths(filedOn, type.validityMonths ?? 0));
    case "schoolYear":
      return done(endOfSummer(lastSchoolDay ?? filedOn, filedOn));
    case "untilDate":
      if (typed === null) return refused("document-date-missing");
      return typed < filedOn ? refused("document-date-past") : done(typed);
  }
}

/** The first 31 August, of that day or later, that is not past. */
function endOfSummer(lastSchoolDay: Day, filedOn: Day): Day {
  const from = maxDay(lastSchoolDay, filedOn);
  const august = day(`${yearOf(from)}-08-31`);
  return august < from ? day(`${yearOf(from) + 1}-08-31`) : august;
}

/** Whether both are the same kind of document about the same person. */
function sameMatter(a: KnownDocument, b: KnownDocument): boolean {
  return a.typeId === b.typeId && a.childId === b.childId && a.guardianId === b.guardianId;
}

/** The documents that no newer accepted one of the same kind and person replaces. */
export function withoutReplaced<D extends KnownDocument>(documents: readonly D[]): D[] {
  return documents.filter(
    (filed) =>
      filed.state !== "accepted" ||
      !documents.some(
        (other) =>
          other.state === "accepted" && sameMatter(other, filed) && other.filedAt > filed.filedAt,
      ),
  );
}

/**
 * Of whom a reminder is due: what expires within these days, unless the family was told already or has
 * filed, since, another one that holds longer or waits.
 */
export function documentsToRemind<D extends KnownDocument & { readonly reminded: boolean }>(
  documents: readonly D[],
  today: Day,
  remindDaysBefore: number,
): D[] {
  return documents.filter(
    (filed) =>
      !filed.reminded &&
      documentStatus(filed, today, remindDaysBefore) === "expiring" &&
      !documents.some((other) => sameMatter(other, filed) && follows(other, filed)),
  );
}

function follows(other: KnownDocument, filed: KnownDocument): boolean {
  if (other.filedAt <= filed.filedAt) return false;
  return other.state === "pending" || other.state === "accepted";
}

/** A required document that nobody has given, or whose last one has expired or was refused. */
export interface MissingDocument<T> extends DocumentAbout {
  readonly type: T;
}

/** What is still asked of these persons: required, neither valid nor waiting. */
export function missingDocuments<
  T extends Pick<SupportingDocumentType, "id" | "subject" | "required">,
>(
  types: readonly T[],
  persons: { readonly childIds: readonly number[]; readonly guardianIds: readonly number[] },
  documents: readonly KnownDocument[],
  today: Day,
): MissingDocument<T>[] {
  const holds = ({ state, validUntil }: KnownDocument) =>
    state === "pending" || (state === "accepted" && (validUntil === null || validUntil >= today));
  return types
    .filter(({ required }) => required)
    .flatMap((type) => aboutsOf(type.subject, persons).map((about) => ({ type, ...about })))
    .filter(
      ({ type, childId, guardianId }) =>
        !documents.some(
          (filed) =>
            filed.typeId === type.id &&
            filed.childId === childId &&
            filed.guardianId === guardianId &&
            holds(filed),
        ),
    );
}

/** Everybody whom a kind of document may be about. */
export function aboutsOf(
  subject: DocumentSubject,
  persons: { readonly childIds: readonly number[]; readonly guardianIds: readonly number[] },
): DocumentAbout[] {
  switch (subject) {
    case "family":
      return [{ childId: null, guardianId: null }];
    case "guardian":
      return persons.guardianIds.map((guardianId) => ({ childId: null, guardianId }));
    case "child":
      return persons.childIds.map((childId) => ({ childId, guardianId: null }));
  }
}

/** Of one document. */
export const mostFiles = 5;
