import { addressText, type Address } from "@/lib/domain/address";
import { addMonths, parseDay, type Day } from "@/lib/domain/day";
import { isEmailAddress } from "@/lib/domain/email-address";

export type Civility = "madame" | "monsieur";

/** A guardian as an agent types it, by the name of each field. Nothing typed is an empty text. */
export interface TypedGuardian extends Address {
  readonly civility: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly otherPhone: string;
}

/** The same, as it is kept. */
export interface GuardianFacts {
  readonly civility: Civility | null;
  readonly firstName: string;
  readonly lastName: string;
  /** Lower case. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly otherPhone: string | null;
  readonly address: string | null;
}

/** A child as an agent types it. */
export interface TypedChild {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
  readonly school: string;
  readonly schoolClass: string;
}

/** The same, as it is kept. */
export interface ChildFacts {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: Day;
  readonly school: string | null;
  readonly schoolClass: string | null;
}

/** Somebody whom the town's files hold already, in one of them. */
export interface KnownPerson {
  readonly name: string;
  readonly familyId: number;
  readonly familyName: string;
}

/** What was typed, or a French sentence for each field that is wrong. */
export type ReadPerson<Facts, Typed> =
  | { readonly ok: true; readonly value: Facts }
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<keyof Typed, string>>> };

/** Longer ones do not fit a list, an e-mail or an attestation. */
const MOST_LETTERS = 100;
/** Schools and leisure centres know nobody older. */
const OLDEST_CHILD = 20;

/** "Spaces   and lines" in the one form in which they are kept. */
const tidy = (text: string) => text.replace(/[\s\p{Cc}]+/gu, " ").trim();
const orNull = (text: string) => (text === "" ? null : text);

/** Reads all fields of a guardian at once. `readPhone`: a number as it is kept, or null. */
export function readTypedGuardian(
  typed: TypedGuardian,
  readPhone: (text: string) => string | null,
): ReadPerson<GuardianFacts, TypedGuardian> {
  const text = tidied(typed);
  const address = readAddress(text);
  const errors = withoutBlanks({
    ...namesWrong(text),
    email: text.email === "" || isEmailAddress(text.email) ? lengthWrong(text.email) : WRONG.email,
    phone: text.phone === "" || readPhone(text.phone) !== null ? undefined : WRONG.phone,
    otherPhone:
      text.otherPhone === "" || readPhone(text.otherPhone) !== null ? undefined : WRONG.phone,
    ...address.errors,
  });
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const { civility, firstName, lastName, email, phone, otherPhone } = text;
  return {
    ok: true,
    value: {
      civility: civility === "madame" || civility === "monsieur" ? civility : null,
      firstName,
      lastName,
      email: orNull(email.toLowerCase()),
      phone: readPhone(phone),
      otherPhone: readPhone(otherPhone),
      address: address.value,
    },
  };
}

/** Reads all fields of a child at once. A child is born, and not before the schools' oldest. */
export function readTypedChild(typed: TypedChild, today: Day): ReadPerson<ChildFacts, TypedChild> {
  const text = tidied(typed);
  const birthDate = parseDay(text.birthDate);
  const errors = withoutBlanks({
    ...namesWrong(text),
    birthDate: birthDateWrong(birthDate, today),
    school: lengthWrong(text.school),
    schoolClass: lengthWrong(text.schoolClass),
  });
  if (birthDate === null || Object.keys(errors).length > 0) return { ok: false, errors };
  const { firstName, lastName, school, schoolClass } = text;
  return {
    ok: true,
    value: {
      firstName,
      lastName,
      birthDate,
      school: orNull(school),
      schoolClass: orNull(schoolClass),
    },
  };
}

/** Whether two names are written alike, whatever their accents, hyphens and capitals. */
export function isSameName(
  one: { readonly firstName: string; readonly lastName: string },
  other: { readonly firstName: string; readonly lastName: string },
): boolean {
  return (
    plainText(one.firstName) === plainText(other.firstName) &&
    plainText(one.lastName) === plainText(other.lastName)
  );
}

/** A text without accents, capitals and marks: two that are plainly the same are written alike. */
export function plainText(text: string): string {
  // Most texts have no accent: a town has a hundred thousand of them.
  const bare = /^[ -~]*$/.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "");
  return bare
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const WRONG = {
  firstName: "Donnez le prénom.",
  lastName: "Donnez le nom.",
  email: "Cette adresse électronique n’est pas complète\u00a0: vérifiez-la, ou laissez vide.",
  phone: "Ce numéro n’est pas un téléphone\u00a0: par exemple 06\u00a012\u00a034\u00a056\u00a078.",
  birthDate: "Donnez une date complète\u00a0: jour, mois et année.",
  future: "Cette date est à venir\u00a0: vérifiez l’année.",
  old: `Cette date est d’il y a plus de ${OLDEST_CHILD}\u00a0ans\u00a0: vérifiez l’année.`,
  postcode: "Donnez un code postal de cinq chiffres.",
  street: "Donnez le numéro et la rue.",
  city: "Donnez la commune.",
  long: `Raccourcissez ce texte\u00a0: ${MOST_LETTERS}\u00a0caractères au plus.`,
} as const;

function birthDateWrong(birthDate: Day | null, today: Day): string | undefined {
  if (birthDate === null) return WRONG.birthDate;
  if (birthDate > today) return WRONG.future;
  return birthDate < addMonths(today, -12 * OLDEST_CHILD) ? WRONG.old : undefined;
}

const lengthWrong = (text: string) => (text.length > MOST_LETTERS ? WRONG.long : undefined);

function namesWrong({ firstName, lastName }: { firstName: string; lastName: string }) {
  return {
    firstName: firstName === "" ? WRONG.firstName : lengthWrong(firstName),
    lastName: lastName === "" ? WRONG.lastName : lengthWrong(lastName),
  };
}

/** An address is whole, or none. */
function readAddress({ street, complement, postcode, city }: Address) {
  const isNone = [street, complement, postcode, city].every((part) => part === "");
  if (isNone) return { value: null, errors: {} };
  return {
    value: addressText({ street, complement, postcode, city }),
    errors: {
      street: street === "" ? WRONG.street : lengthWrong(street),
      complement: lengthWrong(complement),
      postcode: /^\d{5}$/.test(postcode) ? undefined : WRONG.postcode,
      city: city === "" ? WRONG.city : lengthWrong(city),
    },
  };
}

function tidied<T extends object>(typed: T): T {
  return Object.fromEntries(
    Object.entries(typed).map(([name, text]) => [name, tidy(String(text))]),
  ) as T;
}

function withoutBlanks<K extends string>(
  errors: Readonly<Partial<Record<K, string | undefined>>>,
): Partial<Record<K, string>> {
  return Object.fromEntries(
    Object.entries(errors).filter(([, sentence]) => sentence !== undefined),
  ) as Partial<Record<K, string>>;
}
