import { addMonths, type Day } from "@/lib/domain/day";

/** Whom an authorization is about: the child itself, or what a contact may do for it. */
export type AuthorizationSubject = "child" | "contact";

/** A thing that guardians allow or forbid. The list is the town's. */
export interface AuthorizationType {
  readonly id: number;
  readonly label: string;
  readonly explanation: string | null;
  readonly icon: string;
  readonly subject: AuthorizationSubject;
  /** Whether the form demands an answer. */
  readonly required: boolean;
  /** In years; null: at any age. Younger children are not asked (leaving alone). */
  readonly minimumAge: number | null;
}

/** Which answer: a type, for the child or for one of its contacts. */
export interface AuthorizationKey {
  readonly typeId: number;
  readonly contactId: number | null;
}

/** One question as it stands. `allowed`: null where it was never answered. */
export interface AuthorizationState extends AuthorizationKey {
  readonly allowed: boolean | null;
}

export interface AuthorizationChange extends AuthorizationKey {
  readonly was: boolean | null;
  readonly now: boolean;
}

/** As forms name it: "12" for the child, "12-7" for a contact. */
export function authorizationName({ typeId, contactId }: AuthorizationKey): string {
  return contactId === null ? String(typeId) : `${typeId}-${contactId}`;
}

/** What is asked about a child on a day: each type that its age allows, for itself or for each contact. */
export function questionsFor(
  types: readonly AuthorizationType[],
  child: { readonly birthDate: Day | null; readonly contactIds: readonly number[] },
  today: Day,
): AuthorizationKey[] {
  return types
    .filter((type) => isOldEnough(type, child.birthDate, today))
    .flatMap(({ id, subject }): AuthorizationKey[] =>
      subject === "child"
        ? [{ typeId: id, contactId: null }]
        : child.contactIds.map((contactId) => ({ typeId: id, contactId })),
    );
}

/** A child whose birth date is not known is asked everything: its guardians know. */
export function isOldEnough(
  { minimumAge }: AuthorizationType,
  birthDate: Day | null,
  today: Day,
): boolean {
  return (
    minimumAge === null || birthDate === null || addMonths(birthDate, 12 * minimumAge) <= today
  );
}

/** The state of a question; not answered where nothing is stored. */
export function stateOf(
  states: readonly AuthorizationState[],
  key: AuthorizationKey,
): boolean | null {
  return states.find((state) => isSame(state, key))?.allowed ?? null;
}

/** The answers that differ from what stands, in the order of the answers. */
export function changesOf(
  states: readonly AuthorizationState[],
  answers: readonly (AuthorizationKey & { readonly allowed: boolean })[],
): AuthorizationChange[] {
  return answers
    .map(({ typeId, contactId, allowed }) => {
      const key = { typeId, contactId };
      return { ...key, was: stateOf(states, key), now: allowed };
    })
    .filter(({ was, now }) => was !== now);
}

/** The questions that must be answered and are not. */
export function unanswered(
  types: readonly AuthorizationType[],
  questions: readonly AuthorizationKey[],
  answers: readonly AuthorizationKey[],
): AuthorizationKey[] {
  const required = new Set(types.filter((type) => type.required).map(({ id }) => id));
  return questions.filter(
    (key) => required.has(key.typeId) && !answers.some((answer) => isSame(answer, key)),
  );
}

function isSame(a: AuthorizationKey, b: AuthorizationKey): boolean {
  return a.typeId === b.typeId && a.contactId === b.contactId;
}

/** "Autorisation", "Interdiction", "Pas encore répondu": with an icon, never by colour alone. */
export function answerLabel(allowed: boolean | null): string {
  if (allowed === null) return "Pas encore répondu";
  return allowed ? "Autorisation" : "Interdiction";
}

/** How often guardians are asked whether their answers still hold: from that day of each year on. */
export interface YearlyConfirmation {
  /** "09-01". */
  readonly from: string;
}

/**
 * The day since when answers should have been given or confirmed again: the last time that the town's
 * yearly day came.
 */
export function confirmationDue({ from }: YearlyConfirmation, today: Day): string {
  const year = Number(today.slice(0, 4));
  const thisYear = `${year}-${from}`;
  return thisYear <= today ? thisYear : `${year - 1}-${from}`;
}

/** Whether the town wants to hear that answers of that day still hold. Never where it does not ask. */
export function isToConfirm(
  answeredOn: Day | null,
  yearly: YearlyConfirmation | null,
  today: Day,
): boolean {
  return yearly !== null && answeredOn !== null && answeredOn < confirmationDue(yearly, today);
}
