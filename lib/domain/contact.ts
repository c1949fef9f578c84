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
