import { addMonths, type Day } from "@/lib/domain/day";

export type Civility = "madame" | "monsieur";

/** Who may fetch a child, as its family describes the person. */
export interface ContactPerson {
  readonly civility: Civility | null;
  readonly firstName: string;
  readonly lastName: string;
  /** "Grand-mère". */
  readonly tie: string;
  readonly phone: string | null;
  readonly birthDate: Day | null;
}

/** How many contacts a family may have at once. */
export const mostContacts = 20;

export const civilityLabel: Readonly<Record<Civility, string>> = {
  madame: "Madame",
  monsieur: "Monsieur",
};

/** What the form suggests; any other word is accepted. */
export const usualTies: readonly string[] = [
  "Grand-mère",
  "Grand-père",
  "Tante",
  "Oncle",
  "Sœur",
  "Frère",
  "Beau-père",
  "Belle-mère",
  "Voisine",
  "Voisin",
  "Assistante maternelle",
  "Garde d’enfant",
  "Amie de la famille",
  "Ami de la famille",
];

/** "Madame Jeanne TEST". */
export function contactName({
  civility,
  firstName,
  lastName,
}: Pick<ContactPerson, "civility" | "firstName" | "lastName">): string {
  const name = `${firstName} ${lastName}`;
  return civility === null ? name : `${civilityLabel[civility]} ${name}`;
}

const written = /^[\d\s().+/-]+$/;
const french = /^0[1-9]\d{8}$/;
const international = /^\+[1-9]\d{8,14}$/;

/**
 * A phone number in the one form in which it is kept: "06 12 34 56 78" for a French one, however it was
 * written ("0612345678", "06.12.34.56.78", "+33 (0)6 12 34 56 78"), "+442079460958" for another. Null
 * where it is none: ten digits that begin with 0, or "+" and nine to fifteen digits (E.164).
 */
export function normalisePhone(text: string): string | null {
  if (!written.test(text.trim())) return null;
  const digits = text
    .replace(/\(0\)/, "")
    .replace(/[\s()./-]/g, "")
    .replace(/^00/, "+")
    .replace(/^\+330?/, "0");
  if (french.test(digits)) return digits.replace(/(\d\d)(?=\d)/g, "$1 ");
  return international.test(digits) ? digits : null;
}

/** Whether somebody born that day may be living today: not in the future, 120 years old at most. */
export function isPossibleBirthDate(birthDate: Day, today: Day): boolean {
  return birthDate <= today && birthDate > addMonths(today, -12 * 120);
}

/** Whether a contact has the town's age: from the birthday on. Without an age, everybody has it. */
export function isOldEnoughToFetch(
  birthDate: Day | null,
  minimumAge: number | null,
  today: Day,
): boolean {
  if (minimumAge === null) return true;
  return birthDate !== null && addMonths(birthDate, 12 * minimumAge) <= today;
}
