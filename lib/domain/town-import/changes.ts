import { formatDay } from "@/lib/domain/day-words";
import { plainText, type ChildFacts, type GuardianFacts } from "@/lib/domain/person";
import type { KnownChild, KnownGuardian } from "./known-town";

/** One thing that an import would change, as a colleague reads it. `was`: null where nothing was known. */
export interface Change {
  readonly what: string;
  readonly was: string | null;
  readonly now: string;
}

export interface Merged<Facts> {
  /** What the town knows, with what the file says of it. What the file leaves empty stays. */
  readonly facts: Facts;
  readonly changes: readonly Change[];
}

const guardianWords = {
  civility: "civilité",
  firstName: "prénom",
  lastName: "nom",
  email: "courriel",
  phone: "téléphone",
  otherPhone: "autre téléphone",
  address: "adresse",
} as const satisfies Record<keyof GuardianFacts, string>;

const childWords = {
  firstName: "prénom",
  lastName: "nom",
  birthDate: "date de naissance",
  school: "école",
  schoolClass: "classe",
} as const satisfies Record<keyof ChildFacts, string>;

const names = (person: { firstName: string; lastName: string }) =>
  `${person.firstName} ${person.lastName}`;

/** A guardian as it would be kept. The address of an account is never changed by a file. */
export function mergeGuardian(known: KnownGuardian, its: GuardianFacts): Merged<GuardianFacts> {
  const fields = (Object.keys(guardianWords) as (keyof GuardianFacts)[]).filter(
    (field) => !(field === "email" && known.hasAccount) && isOther(known[field], its[field]),
  );
  const { civility, firstName, lastName, email, phone, otherPhone, address } = known;
  const was = { civility, firstName, lastName, email, phone, otherPhone, address };
  return {
    facts: { ...was, ...Object.fromEntries(fields.map((field) => [field, its[field]])) },
    changes: fields.map((field) => ({
      what: `${names(known)}, ${guardianWords[field]}`,
      was: inWords(known[field]),
      now: inWords(its[field]) ?? "",
    })),
  };
}

/** A child as it would be kept. */
export function mergeChild(known: KnownChild, its: ChildFacts): Merged<ChildFacts> {
  const fields = (Object.keys(childWords) as (keyof ChildFacts)[]).filter((field) =>
    isOther(known[field], its[field]),
  );
  const { firstName, lastName, school, schoolClass } = known;
  const was = {
    firstName,
    lastName,
    birthDate: known.birthDate ?? its.birthDate,
    school,
    schoolClass,
  };
  return {
    facts: { ...was, ...Object.fromEntries(fields.map((field) => [field, its[field]])) },
    changes: fields.map((field) => ({
      what: `${names(known)}, ${childWords[field]}`,
      was: field === "birthDate" ? dayWords(known.birthDate) : inWords(known[field]),
      now: field === "birthDate" ? (dayWords(its.birthDate) ?? "") : (inWords(its[field]) ?? ""),
    })),
  };
}

/** Accents and capitals are no change, exports write "DUPONT" for "Dupont"; in an address of e-mail each sign counts. */
function isOther(known: string | null, its: string | null): boolean {
  if (its === null) return false;
  if (known === null) return true;
  return its.includes("@")
    ? known.toLowerCase() !== its.toLowerCase()
    : plainText(known) !== plainText(its);
}

const dayWords = (day: KnownChild["birthDate"]) =>
  day === null ? null : formatDay(day, "numeric");

const inWords = (text: string | null) => text?.replaceAll("\n", ", ") ?? null;
