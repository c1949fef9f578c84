import type { Day } from "@/lib/domain/day";
import {
  readTypedChild,
  readTypedGuardian,
  type ChildFacts,
  type GuardianFacts,
  type TypedGuardian,
} from "@/lib/domain/person";
import type { DetailedQuotient } from "@/lib/domain/tariff/quotient-detail";
import { readTypedQuotient } from "@/lib/domain/tariff/typed-quotient";
import {
  readFrenchDay,
  typedCivility,
  typedNumber,
  typedPhone,
  typedPostcode,
  typedWhere,
} from "./cells";
import type { ImportField } from "./fields";
import {
  isToldAlone,
  textsOf,
  wrong,
  type FileLine,
  type LineProblem,
  type Problems,
  type Texts,
} from "./line-texts";

/** An inscription as the file asks for it; the town's groups say whether it exists. */
export interface AskedInscription {
  readonly activity: string;
  readonly group: string;
  /** Null: the group's own first and last day. */
  readonly from: Day | null;
  readonly to: Day | null;
}

/** A line that could be read, by the rules of the screens. */
export interface ReadLine {
  readonly line: number;
  readonly familyKey: string;
  /** Empty where the file does not say it. */
  readonly familyName: string;
  /** One or two, in the file's order. */
  readonly guardians: readonly GuardianFacts[];
  readonly child: ChildFacts;
  /** The category's label or code; empty where the file says none. */
  readonly category: string;
  readonly inscription: AskedInscription | null;
  readonly quotient: DetailedQuotient | null;
}

export type LineRead =
  | { readonly ok: true; readonly value: ReadLine }
  | { readonly ok: false; readonly line: number; readonly problems: readonly LineProblem[] };

export interface ReadingRules {
  readonly today: Day;
  /** A number as it is kept, or null. */
  readonly readPhone: (text: string) => string | null;
  /** Where figures come from that the file brings: "Import du 28 novembre 2026". */
  readonly source: string;
}

const MOST = { key: 60, name: 100 } as const;

/** Reads a line by the same rules as the screens; everything that is wrong with it at once. */
export function readLine(its: FileLine, rules: ReadingRules): LineRead {
  const problems: Problems = [];
  const texts = textsOf(its, problems);
  // What is no one line of a home is told alone: the rest would only repeat it.
  if (isToldAlone(its)) return { ok: false, line: its.line, problems };
  const familyKey = texts.familyKey;
  if (familyKey === "") wrong(problems, "familyKey", "Donnez le numéro de la famille.");
  if (familyKey.length > MOST.key) wrong(problems, "familyKey", `${MOST.key} caractères au plus.`);
  if (texts.familyName.length > MOST.name)
    wrong(problems, "familyName", `Raccourcissez ce texte\u00a0: ${MOST.name} caractères au plus.`);
  const guardians = readGuardians(texts, rules, problems);
  const child = readChild(texts, rules, problems);
  const inscription = readInscription(texts, problems);
  const quotient = readMeans(texts, rules, problems);
  if (child === null || problems.length > 0) return { ok: false, line: its.line, problems };
  const { familyName, category } = texts;
  const { line } = its;
  return {
    ok: true,
    value: { line, familyKey, familyName, guardians, child, category, inscription, quotient },
  };
}

const guardianFields = {
  1: fieldsOfGuardian("g1"),
  2: fieldsOfGuardian("g2"),
} as const;

function fieldsOfGuardian<N extends "g1" | "g2">(n: N) {
  return {
    civility: `${n}Civility`,
    lastName: `${n}LastName`,
    firstName: `${n}FirstName`,
    email: `${n}Email`,
    phone: `${n}Phone`,
    otherPhone: `${n}OtherPhone`,
    street: `${n}Street`,
    complement: `${n}Complement`,
    postcode: `${n}Postcode`,
    city: `${n}City`,
  } as const satisfies Record<keyof TypedGuardian, ImportField>;
}

function readGuardians(texts: Texts, rules: ReadingRules, problems: Problems): GuardianFacts[] {
  return ([1, 2] as const).flatMap((n) => {
    const fields = guardianFields[n];
    const its = (name: keyof TypedGuardian) => texts[fields[name]];
    // The second one is told by a name, an address or a phone; a civility alone is nobody.
    const isNobody = [its("lastName"), its("firstName"), its("email"), its("phone")].every(
      (text) => text === "",
    );
    if (n === 2 && isNobody) return [];
    const typed: TypedGuardian = {
      civility: typedCivility(its("civility")),
      lastName: its("lastName"),
      firstName: its("firstName"),
      email: its("email"),
      phone: typedPhone(its("phone")),
      otherPhone: typedPhone(its("otherPhone")),
      street: its("street"),
      complement: its("complement"),
      postcode: typedPostcode(its("postcode")),
      city: its("city"),
    };
    if (its("civility") !== "" && typed.civility === "")
      wrong(
        problems,
        fields.civility,
        "Écrivez «\u00a0Mme\u00a0» ou «\u00a0M.\u00a0», ou laissez vide.",
      );
    lostPhones(its, typed, fields, problems);
    const read = readTypedGuardian(typed, rules.readPhone);
    if (read.ok) return [read.value];
    for (const [name, message] of Object.entries(read.errors))
      wrong(problems, fields[name as keyof TypedGuardian], message);
    return [];
  });
}

/** What was written as a phone and holds no digit is not silently nothing. */
function lostPhones(
  its: (name: keyof TypedGuardian) => string,
  typed: TypedGuardian,
  fields: Readonly<Record<keyof TypedGuardian, ImportField>>,
  problems: Problems,
): void {
  for (const name of ["phone", "otherPhone"] as const)
    if (its(name) !== "" && typed[name] === "")
      wrong(problems, fields[name], `«\u00a0${its(name)}\u00a0» n’est pas un téléphone.`);
}

function readChild(texts: Texts, rules: ReadingRules, problems: Problems): ChildFacts | null {
  const fields = {
    firstName: "childFirstName",
    lastName: "childLastName",
    birthDate: "birthDate",
    school: "school",
    schoolClass: "schoolClass",
  } as const;
  const read = readTypedChild(
    {
      firstName: texts.childFirstName,
      lastName: texts.childLastName,
      birthDate: readFrenchDay(texts.birthDate) ?? "",
      school: texts.school,
      schoolClass: texts.schoolClass,
    },
    rules.today,
  );
  if (read.ok) return read.value;
  for (const [name, message] of Object.entries(read.errors))
    wrong(problems, fields[name as keyof typeof fields], message);
  return null;
}

function readInscription(texts: Texts, problems: Problems): AskedInscription | null {
  const { activity, group } = texts;
  const days = { from: readFrenchDay(texts.from), to: readFrenchDay(texts.to) };
  for (const field of ["from", "to"] as const)
    if (texts[field] !== "" && days[field] === null)
      wrong(problems, field, "Donnez une date complète\u00a0: jour, mois et année.");
  if (activity === "" && group === "" && texts.from === "" && texts.to === "") return null;
  if (group === "") wrong(problems, "group", "Donnez le groupe de cette inscription.");
  return { activity, group, ...days };
}

function readMeans(
  texts: Texts,
  { source }: ReadingRules,
  problems: Problems,
): DetailedQuotient | null {
  const fields = {
    from: "quotientFrom",
    quotient: "quotient",
    parts: "parts",
    children: "dependents",
    residence: "residence",
  } as const;
  if (Object.values(fields).every((field) => texts[field] === "")) return null;
  const read = readTypedQuotient({
    from: readFrenchDay(texts.quotientFrom) ?? "",
    quotient: typedNumber(texts.quotient),
    parts: typedNumber(texts.parts),
    children: texts.dependents,
    residence: typedWhere(texts.residence),
    source,
    income: "",
    benefits: "",
  });
  if (read.ok) return read.value;
  for (const [name, message] of Object.entries(read.errors))
    wrong(problems, fields[name as keyof typeof fields] ?? "quotient", message);
  return null;
}
