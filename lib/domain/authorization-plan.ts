import {
  authorizationName,
  changesOf,
  questionsFor,
  type AuthorizationChange,
  type AuthorizationKey,
  type AuthorizationState,
  type AuthorizationType,
} from "@/lib/domain/authorization";
import type { Day } from "@/lib/domain/day";

/** A child of whom questions are asked, with the answers as they stand. */
export interface AskedChild {
  readonly childId: number;
  readonly firstName: string;
  readonly birthDate: Day | null;
  /** The town's list, in its order. */
  readonly types: readonly AuthorizationType[];
  /** Who may be authorized to fetch the child. */
  readonly contacts: readonly { readonly id: number; readonly name: string }[];
  readonly states: readonly AuthorizationState[];
}

/** A change as it is read: "Sortir seul de l’activité", from what to what. */
export interface ChangeLine extends AuthorizationChange {
  readonly label: string;
}

/** What the answers change for one child. */
export interface ChildPlan {
  readonly child: AskedChild;
  readonly changes: readonly AuthorizationChange[];
  readonly lines: readonly ChangeLine[];
}

interface Asked {
  readonly childId: number;
  readonly siblingIds: readonly number[];
  readonly answers: readonly (AuthorizationKey & { readonly allowed: boolean })[];
}

/**
 * What the answers given for one child change, and the same changes for the brothers and sisters named,
 * where the same is asked of them. Null where one of them is none of these children. `name` stands for
 * exactly these changes: what was read is what is filed.
 */
export function planFor(
  children: readonly AskedChild[],
  { childId, siblingIds, answers }: Asked,
  today: Day,
): { plans: ChildPlan[]; name: string } | null {
  const child = children.find((one) => one.childId === childId);
  const siblings = [...new Set(siblingIds)].map((id) => children.find((one) => one.childId === id));
  if (!child || !siblings.every((one) => one !== undefined && one !== child)) return null;
  const own = childPlan(child, answers, today);
  const same = own.changes.map(({ was: _, now, ...key }) => ({ ...key, allowed: now }));
  const plans = [own, ...siblings.flatMap((one) => (one ? [childPlan(one, same, today)] : []))];
  return { plans, name: plans.map(changesName).join(";") };
}

function childPlan(child: AskedChild, answers: Asked["answers"], today: Day): ChildPlan {
  const asked = new Set(questionsOf(child, today).map(authorizationName));
  const changes = changesOf(
    child.states,
    answers.filter((answer) => asked.has(authorizationName(answer))),
  );
  return {
    child,
    changes,
    lines: changes.map((change) => ({ ...change, label: questionLabel(child, change) })),
  };
}

/** What is asked about the child today. */
export function questionsOf(child: AskedChild, today: Day): AuthorizationKey[] {
  const contactIds = child.contacts.map(({ id }) => id);
  return questionsFor(child.types, { birthDate: child.birthDate, contactIds }, today);
}

/** "Sortir seul de l’activité", "Venir chercher l’enfant, Madame Jeanne TEST". */
export function questionLabel(child: AskedChild, key: AuthorizationKey): string {
  const label = child.types.find(({ id }) => id === key.typeId)?.label ?? "";
  const contact = child.contacts.find(({ id }) => id === key.contactId);
  return contact ? `${label}, ${contact.name}` : label;
}

function changesName({ child, changes }: ChildPlan): string {
  const lines = changes.map((c) => `${authorizationName(c)}:${String(c.was)}>${String(c.now)}`);
  return `${child.childId}=${lines.join(",")}`;
}
