import { stateOf } from "@/lib/domain/authorization";
import type { Day } from "@/lib/domain/day";
import type { ChildAuthorizations } from "@/lib/services/authorizations/read-authorizations";
import type { FamilyContact } from "@/lib/services/contacts/list";
import { contactQuestions } from "@/lib/services/contacts/plan";
import { questionName } from "./read-form";

/** A child of the form, with what is asked once it is ticked. */
export interface ChildChoice {
  readonly childId: number;
  readonly firstName: string;
  readonly ticked: boolean;
  readonly questions: readonly {
    readonly name: string;
    readonly label: string;
    readonly explanation: string | null;
    readonly required: boolean;
    /** What stands; null where nobody has answered. */
    readonly answer: boolean | null;
  }[];
}

/** The family's children as the form offers them; an only child is ticked from the start. */
export function childChoices(
  children: readonly ChildAuthorizations[],
  contact: FamilyContact | null,
  today: Day,
): ChildChoice[] {
  return children.map((child) => ({
    childId: child.childId,
    firstName: child.firstName,
    ticked: contact ? contact.childIds.includes(child.childId) : children.length === 1,
    questions: contactQuestions(child, contact?.id ?? 0, today).flatMap((key) => {
      const type = child.types.find(({ id }) => id === key.typeId);
      if (!type) return [];
      const { label, explanation, required } = type;
      const name = questionName(child.childId, type.id);
      return [{ name, label, explanation, required, answer: stateOf(child.states, key) }];
    }),
  }));
}
