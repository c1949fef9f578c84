import type { ValidationMode } from "@/lib/domain/booking/context";
import type { LineState } from "@/lib/domain/service-request";

/** What a family's file holds and a guardian may be let to change. */
export type FamilyField =
  | "address"
  | "phone"
  | "otherPhone"
  | "email"
  | "school"
  | "schoolClass"
  | "diet"
  | "hasPai"
  | "paiValidUntil"
  | "insurer"
  | "insurancePolicy"
  | "insuranceValidUntil";

/** Whether families see a field, and change it. */
export type FieldAccess = "hidden" | "shown" | "editable" | "required";

/** The town's setting of one field: who sees and changes it, and whether the service examines a change. */
export interface FieldRule {
  readonly access: FieldAccess;
  readonly processing: ValidationMode;
}

export type FieldRules = Readonly<Record<FamilyField, FieldRule>>;

/** How a field is typed; in the file and in its history it is a text. */
export type FieldKind = "text" | "address" | "phone" | "email" | "day" | "diet" | "yesNo";

export interface FieldFacts {
  readonly label: string;
  readonly about: "guardian" | "child";
  readonly kind: FieldKind;
  /** Health is kept apart and sealed, and each reading stands in the journal. */
  readonly isHealth: boolean;
  /** Where the town has not said otherwise. */
  readonly rule: FieldRule;
}

const freely: FieldRule = { access: "editable", processing: "automatic" };
const always: FieldRule = { access: "required", processing: "automatic" };
const onProof: FieldRule = { access: "editable", processing: "examined" };

function fact(
  label: string,
  about: FieldFacts["about"],
  kind: FieldKind,
  rule: FieldRule,
  isHealth = false,
): FieldFacts {
  return { label, about, kind, isHealth, rule };
}

/** Every field, in the order in which it is shown. */
export const familyFields: Readonly<Record<FamilyField, FieldFacts>> = {
  address: fact("Adresse", "guardian", "address", { access: "required", processing: "examined" }),
  phone: fact("Téléphone", "guardian", "phone", always),
  otherPhone: fact("Autre téléphone", "guardian", "phone", freely),
  email: fact("Adresse électronique", "guardian", "email", always),
  school: fact("École", "child", "text", onProof),
  schoolClass: fact("Classe", "child", "text", freely),
  diet: fact("Régime alimentaire", "child", "diet", freely),
  hasPai: fact("Projet d’accueil individualisé (PAI)", "child", "yesNo", onProof, true),
  paiValidUntil: fact("PAI valable jusqu’au", "child", "day", onProof, true),
  insurer: fact("Assureur", "child", "text", freely),
  insurancePolicy: fact("Numéro de contrat d’assurance", "child", "text", freely),
  insuranceValidUntil: fact("Assurance valable jusqu’au", "child", "day", freely),
};

export const familyFieldNames = Object.keys(familyFields) as readonly FamilyField[];

export const fieldAccessLabel: Readonly<Record<FieldAccess, string>> = {
  hidden: "Masqué",
  shown: "Affiché",
  editable: "Modifiable",
  required: "Obligatoire",
};

/** An e-mail address is not examined: its owner confirms it by a link. */
export function mayBeExamined(field: FamilyField): boolean {
  return familyFields[field].kind !== "email";
}

/** The town's settings over what a field is where it has none. */
export function fieldRules(
  set: readonly (FieldRule & { readonly field: FamilyField })[],
): FieldRules {
  const chosen = new Map(
    set.map(({ field, access, processing }) => [field, { access, processing }]),
  );
  const rules = familyFieldNames.map((field) => [
    field,
    chosen.get(field) ?? familyFields[field].rule,
  ]);
  return Object.fromEntries(rules) as FieldRules;
}

/** The fields that a guardian is shown, in order. */
export function shownFields(rules: FieldRules, about: FieldFacts["about"]): FamilyField[] {
  return familyFieldNames.filter(
    (field) => familyFields[field].about === about && rules[field].access !== "hidden",
  );
}

export function isEditable({ access }: FieldRule): boolean {
  return access === "editable" || access === "required";
}

/** A field as it stands. Values are texts, a day "2027-08-31", a PAI "oui" or "non"; null: nothing. */
export interface FieldState {
  readonly field: FamilyField;
  readonly value: string | null;
  /** What was asked and still waits; null where nothing does. */
  readonly pending: { readonly value: string | null; readonly requestNumber: number } | null;
}

/** What the family believes that the file says: what it asked last. Forms start from it. */
export function effectiveValue({ value, pending }: FieldState): string | null {
  return pending ? pending.value : value;
}

export interface TypedField {
  readonly field: FamilyField;
  /** Null: emptied. */
  readonly value: string | null;
}

/** One line of a request to come. */
export interface FieldChange {
  readonly field: FamilyField;
  readonly was: string | null;
  readonly now: string | null;
  readonly state: Extract<LineState, "accepted" | "pending">;
}

export interface FilePlan {
  /** What is filed; "accepted" takes effect at once. */
  readonly changes: readonly FieldChange[];
  /** The fields whose older request is taken back: replaced, or not wanted any longer. */
  readonly superseded: readonly FamilyField[];
}

/**
 * What typed values change of a guardian's or child's fields. Fields that the town does not let change are
 * left alone, whatever was sent. A value like the one asked before changes nothing; one like the value in
 * force takes back what was asked.
 */
export function planFileChanges(
  rules: FieldRules,
  states: readonly FieldState[],
  typed: readonly TypedField[],
): FilePlan {
  const differing = typed.flatMap(({ field, value }) => {
    const state = states.find((known) => known.field === field);
    if (!state || !isEditable(rules[field]) || effectiveValue(state) === value) return [];
    return [{ state, value }];
  });
  const changes = differing
    .filter(({ state, value }) => state.value !== value)
    .map(({ state: { field, value: was }, value: now }): FieldChange => {
      const state = rules[field].processing === "automatic" ? "accepted" : "pending";
      return { field, was, now, state };
    });
  const superseded = differing
    .filter(({ state }) => state.pending !== null)
    .map(({ state }) => state.field);
  return { changes, superseded };
}

/** The fields that the town wants and that would stay empty. */
export function missingFields(rules: FieldRules, typed: readonly TypedField[]): FamilyField[] {
  return typed
    .filter(({ field, value }) => rules[field].access === "required" && !value)
    .map(({ field }) => field);
}
