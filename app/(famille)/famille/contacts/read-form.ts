import type { output as Output } from "zod/mini";
import type { ChildAnswers } from "@/lib/services/contacts/plan";
import type { ContactInput } from "@/lib/services/contacts/save";
import type { addSchema } from "./schema";

/** The name of a question in the form: whether the contact may do something for a child. */
export function questionName(childId: number, typeId: number): string {
  return `reponse-${childId}-${typeId}`;
}

/** What the form sends, as the service reads it. */
export function contactInput(
  form: Output<typeof addSchema>,
  contact: ContactInput["contact"],
): ContactInput {
  const { civility, firstName, lastName, tie, phone, birthDate, idempotencyKey } = form;
  return {
    contact,
    person: { civility, firstName, lastName, tie, phone, birthDate },
    children: [...new Set(form.childIds)].map((childId) => answersOf(form, childId)),
    idempotencyKey,
  };
}

function answersOf(form: Output<typeof addSchema>, childId: number): ChildAnswers {
  const answers = Object.entries(form).flatMap(([name, value]) => {
    const [, child, type] = /^reponse-(\d+)-(\d+)$/.exec(name) ?? [];
    return Number(child) === childId ? [{ typeId: Number(type), allowed: value === "oui" }] : [];
  });
  return { childId, answers };
}
