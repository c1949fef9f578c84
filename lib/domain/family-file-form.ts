import { addressText, type Address } from "@/lib/domain/address";
import { addMonths, parseDay, type Day } from "@/lib/domain/day";
import { isEmailAddress } from "@/lib/domain/email-address";
import {
  effectiveValue,
  familyFields,
  isEditable,
  missingFields,
  type FamilyField,
  type FieldRules,
  type FieldState,
  type TypedField,
} from "@/lib/domain/family-file";

/** A control of the form: a field's own, or one of the four of an address. */
export type ControlName = Exclude<FamilyField, "address"> | keyof Address;

export type FieldProblem =
  "missing" | "too-long" | "postcode" | "phone" | "email" | "day" | "day-range" | "diet";

export interface ControlProblem {
  readonly control: ControlName;
  readonly problem: FieldProblem;
}

/** What the form sends, as it was typed; what is not in it stays as it is. */
export type TypedControls = Readonly<Partial<Record<ControlName, string | undefined>>>;

interface Asked {
  readonly rules: FieldRules;
  /** The fields that are shown, as they stand. */
  readonly states: readonly FieldState[];
  /** The town's list: one of these, or the one that the child has already. */
  readonly diets: readonly string[];
  readonly today: Day;
  /** A phone number in the form in which it is kept; null where it is none. */
  readonly readPhone: (text: string) => string | null;
}

/** The controls of an address, in the order of an envelope. */
export const addressControls = ["street", "complement", "postcode", "city"] as const;

/** How long a text may be. */
export const mostLetters = 100;

/** How far ahead a paper is believed to be valid. */
const mostYearsAhead = 10;

/** "Spaces   and lines" in the one form in which they are kept. */
const tidy = (text: string) => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

/**
 * What was typed as the fields' values, and what is wrong with it. A value that is not new is not looked
 * at: a paper may have expired, a diet may have left the list. A PAI asks for its validity; without one
 * it has none.
 */
export function readControls(
  asked: Asked,
  raw: TypedControls,
): { typed: TypedField[]; problems: ControlProblem[] } {
  const problems: ControlProblem[] = [];
  const read = asked.states
    .filter(({ field }) => isEditable(asked.rules[field]))
    .map((state): TypedField => {
      const { field } = state;
      const now = effectiveValue(state);
      const value = field === "address" ? typedAddress(raw) : typedText(asked, field, raw[field]);
      if (value === undefined || isTheSame(asked, field, value, now)) return { field, value: now };
      problems.push(...(field === "address" ? wrongAddress(raw) : wrongText(asked, state, value)));
      return { field, value };
    });
  const typed = withoutValidity(asked, read);
  const missing = missingFields(asked.rules, typed)
    .concat(missingValidity(asked, typed))
    .filter((field) => field !== "paiValidUntil" || paiOf(asked, typed) === "oui")
    .map((field): ControlName => (field === "address" ? "street" : field))
    .filter((control) => !problems.some((one) => one.control === control));
  problems.push(
    ...[...new Set(missing)].map((control) => ({ control, problem: "missing" as const })),
  );
  return { typed, problems };
}

/** A phone that is kept as it was read once, before overseas numbers had one form, is no change. */
function isTheSame(
  { readPhone }: Asked,
  field: FamilyField,
  value: string | null,
  now: string | null,
) {
  if (value === now) return true;
  return familyFields[field].kind === "phone" && now !== null && readPhone(now) === value;
}

/** Null: emptied; undefined: not asked. */
function typedText(
  { readPhone }: Asked,
  field: FamilyField,
  text: string | undefined,
): string | null | undefined {
  if (text === undefined) return undefined;
  const value = tidy(text);
  if (value === "") return null;
  const { kind } = familyFields[field];
  if (kind === "phone") return readPhone(value) ?? value;
  return kind === "email" ? value.toLowerCase() : value;
}

function wrongText(asked: Asked, { field, value: kept }: FieldState, value: string | null) {
  if (value === null || field === "address") return [];
  const problem = problemOf(asked, field, kept, value);
  return problem ? [{ control: field, problem }] : [];
}

function problemOf(
  { diets, today, readPhone }: Asked,
  field: FamilyField,
  kept: string | null,
  value: string,
): FieldProblem | null {
  if (value.length > mostLetters) return "too-long";
  switch (familyFields[field].kind) {
    case "phone":
      return readPhone(value) === null ? "phone" : null;
    case "email":
      return isEmailAddress(value) ? null : "email";
    case "day":
      return wrongDay(parseDay(value), today);
    case "diet":
      return value === kept || diets.includes(value) ? null : "diet";
    case "yesNo":
      return value === "oui" || value === "non" ? null : "missing";
    case "text":
    case "address":
      return null;
  }
}

function wrongDay(day: Day | null, today: Day): FieldProblem | null {
  if (day === null) return "day";
  return day >= today && day <= addMonths(today, 12 * mostYearsAhead) ? null : "day-range";
}

function partsOf(raw: TypedControls): Address {
  const [street, complement, postcode, city] = addressControls.map((name) => tidy(raw[name] ?? ""));
  return {
    street: street ?? "",
    complement: complement ?? "",
    postcode: postcode ?? "",
    city: city ?? "",
  };
}

function typedAddress(raw: TypedControls): string | null | undefined {
  if (addressControls.every((name) => raw[name] === undefined)) return undefined;
  const parts = partsOf(raw);
  return Object.values(parts).some(Boolean) ? addressText(parts) : null;
}

function wrongAddress(raw: TypedControls): ControlProblem[] {
  const parts = partsOf(raw);
  if (!Object.values(parts).some(Boolean)) return [];
  return addressControls.flatMap((control) => {
    const problem = wrongPart(control, parts[control]);
    return problem ? [{ control, problem }] : [];
  });
}

function wrongPart(control: keyof Address, text: string): FieldProblem | null {
  if (text.length > mostLetters) return "too-long";
  if (control === "postcode") return /^\d{5}$/.test(text) ? null : "postcode";
  return text === "" && control !== "complement" ? "missing" : null;
}

/** What is said of the PAI, typed or known; undefined where the town does not show it. */
function paiOf({ states }: Asked, typed: readonly TypedField[]): string | null | undefined {
  const chosen = typed.find(({ field }) => field === "hasPai");
  if (chosen) return chosen.value;
  const known = states.find(({ field }) => field === "hasPai");
  return known && effectiveValue(known);
}

function withoutValidity(asked: Asked, typed: readonly TypedField[]): TypedField[] {
  const pai = paiOf(asked, typed);
  if (pai === undefined || pai === "oui") return [...typed];
  return typed.map((one) => (one.field === "paiValidUntil" ? { ...one, value: null } : one));
}

/** A PAI that is new, or whose validity was emptied, has to have one. */
function missingValidity(asked: Asked, typed: readonly TypedField[]): FamilyField[] {
  const until = typed.find(({ field }) => field === "paiValidUntil");
  if (!until || until.value !== null) return [];
  const isChanged = asked.states.some((state) => {
    const one = typed.find(({ field }) => field === state.field);
    return familyFields[state.field].isHealth && one && one.value !== effectiveValue(state);
  });
  return isChanged ? ["paiValidUntil"] : [];
}
