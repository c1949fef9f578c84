import "server-only";
import {
  authorizationName,
  changesOf,
  questionsFor,
  type AuthorizationChange,
  type AuthorizationKey,
} from "@/lib/domain/authorization";
import type { ChildPlan } from "@/lib/domain/authorization-plan";
import type { Day } from "@/lib/domain/day";
import type { ChildAuthorizations } from "@/lib/services/authorizations/read-authorizations";

/** What is said of one child: what the contact may do for it, by type of authorization. */
export interface ChildAnswers {
  readonly childId: number;
  readonly answers: readonly { readonly typeId: number; readonly allowed: boolean }[];
}

interface Named {
  readonly id: number;
  /** "Madame Jeanne TEST". */
  readonly name: string;
}

/** What is asked of a contact about a child today. */
export function contactQuestions(
  { types, birthDate }: Pick<ChildAuthorizations, "types" | "birthDate">,
  contactId: number,
  today: Day,
): AuthorizationKey[] {
  return questionsFor(types, { birthDate, contactIds: [contactId] }, today).filter(
    (key) => key.contactId === contactId,
  );
}

/**
 * What the answers change, child by child. Where the contact is not for a child any longer, what was
 * allowed ends: an interdiction, so that the history tells it.
 */
export function contactPlans(
  children: readonly ChildAuthorizations[],
  contact: Named,
  chosen: readonly ChildAnswers[],
  today: Day,
): ChildPlan[] {
  return children
    .map((child) => {
      const given = chosen.find(({ childId }) => childId === child.childId);
      const changes = given
        ? answered(child, contact.id, given.answers, today)
        : ended(child, contact.id);
      return planOf(child, contact, changes);
    })
    .filter(({ changes }) => changes.length > 0);
}

function answered(
  child: ChildAuthorizations,
  contactId: number,
  answers: ChildAnswers["answers"],
  today: Day,
): AuthorizationChange[] {
  const asked = new Set(contactQuestions(child, contactId, today).map(authorizationName));
  const named = answers.map((answer) => ({ ...answer, contactId }));
  return changesOf(
    child.states,
    named.filter((answer) => asked.has(authorizationName(answer))),
  );
}

function ended(child: ChildAuthorizations, contactId: number): AuthorizationChange[] {
  const known = new Set(child.types.map(({ id }) => id));
  return child.states
    .filter((state) => state.contactId === contactId && state.allowed && known.has(state.typeId))
    .map(({ typeId }) => ({ typeId, contactId, was: true, now: false }));
}

function planOf(
  child: ChildAuthorizations,
  { name }: Named,
  changes: readonly AuthorizationChange[],
): ChildPlan {
  const labelOf = (typeId: number) => child.types.find(({ id }) => id === typeId)?.label ?? "";
  const lines = changes.map((change) => ({
    ...change,
    label: `${labelOf(change.typeId)}, ${name}`,
  }));
  return { child, changes, lines };
}
