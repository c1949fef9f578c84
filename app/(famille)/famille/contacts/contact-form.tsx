"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect, useMemo, useTransition, type FormEvent } from "react";
import { FamilyField } from "@/components/portal/family/family-shown";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { ErrorSummary, type FieldProblem } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import type { ActionResult } from "@/lib/action";
import type { ContactPerson } from "@/lib/domain/contact";
import type { Day } from "@/lib/domain/day";
import { addContact, changeContact } from "./actions";
import type { ChildChoice } from "./child-choices";
import { ChildrenFields } from "./children-fields";
import { PersonFields } from "./person-fields";

interface Props {
  readonly familyId: number;
  /** Null: a new one. */
  readonly contact: (ContactPerson & { readonly id: number; readonly stamp: string }) | null;
  readonly choices: readonly ChildChoice[];
  readonly minimumAge: number | null;
  readonly today: Day;
  readonly idempotencyKey: string;
}

type Answer = ActionResult<unknown> | null;

/** Who the contact is, for which children, and what it may do for each. */
export function ContactForm(props: Props) {
  const { contact, choices, minimumAge, today, idempotencyKey } = props;
  const [answer, send] = useActionState<Answer, FormData>(
    contact ? changeContact : addContact,
    null,
  );
  const [pending, start] = useTransition();
  const router = useRouter();
  useEffect(() => {
    if (answer?.ok === false && answer.refusal === "contact-changed") router.refresh();
  }, [answer, router]);
  const errors = useMemo(
    () => problemsOf(answer, choices, minimumAge),
    [answer, choices, minimumAge],
  );
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;

  // Sent by hand, so that React does not empty the form when the answer is a refusal.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    start(() => send(form));
  }

  return (
    <form action={send} onSubmit={submit} noValidate className="grid gap-6">
      <ErrorSummary errors={errors} />
      <RequiredNote />
      <FamilyField familyId={props.familyId} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {contact && (
        <>
          <input type="hidden" name="contactId" value={contact.id} />
          <input type="hidden" name="shown" value={contact.stamp} />
        </>
      )}
      <Card title="La personne" titleId="la-personne">
        <PersonFields person={contact} minimumAge={minimumAge} today={today} errorOf={errorOf} />
      </Card>
      <Card title="Les enfants" titleId="les-enfants">
        <ChildrenFields choices={choices} errorOf={errorOf} />
      </Card>
      <p className="text-muted">Ce que vous autorisez vaut dès l’enregistrement.</p>
      <div className="flex flex-wrap gap-3">
        <Button id="enregistrer" type="submit" icon="check" busy={pending} wide>
          {contact ? "Enregistrer les modifications" : "Ajouter ce contact"}
        </Button>
        <ButtonLink href="/famille/contacts" variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}

/** In the order of the form; what is about no field leads to the button. */
function problemsOf(
  answer: Answer,
  choices: readonly ChildChoice[],
  minimumAge: number | null,
): FieldProblem[] {
  if (answer?.ok !== false) return [];
  const { refusal, message, fields } = answer;
  if (refusal === "contact-birth-date") return [{ field: "birthDate", message }];
  if (refusal === "contact-too-young")
    return [{ field: "birthDate", message: tooYoung(minimumAge) ?? message }];
  const questions = choices.flatMap((child) =>
    child.questions.map(({ name }) => ({ name, about: `${child.firstName}\u00a0: ` })),
  );
  const named = [
    ...personOrder.map((name) => ({ name, about: "" })),
    { name: "childIds", about: "" },
    ...questions,
  ];
  const found = named.flatMap(({ name, about }) => {
    const said = fields[name];
    return said === undefined ? [] : [{ field: name, message: about + said }];
  });
  return found.length > 0 ? found : [{ field: "enregistrer", message }];
}

const personOrder = ["civility", "firstName", "lastName", "tie", "phone", "birthDate"];

function tooYoung(minimumAge: number | null): string | null {
  if (minimumAge === null) return null;
  return `Cette personne doit avoir au moins ${minimumAge}\u00a0ans pour venir chercher un enfant. Vérifiez la date, ou choisissez une autre personne.`;
}
