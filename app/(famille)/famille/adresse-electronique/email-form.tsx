"use client";

import { useActionState, useMemo, useTransition, type FormEvent } from "react";
import { FamilyField } from "@/components/portal/family/family-shown";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary, type FieldProblem } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { TextField } from "@/components/ui/field";
import { PasswordField } from "@/components/ui/password-field";
import { StatusMessage } from "@/components/ui/status-message";
import type { ActionResult } from "@/lib/action";
import { askForEmailChange } from "../actions";

type Answer = ActionResult<null> | null;

/** Asks for another address. What is said after does not tell whether somebody has it. */
export function EmailForm({ familyId }: { familyId: number }) {
  const [answer, send] = useActionState<Answer, FormData>(askForEmailChange, null);
  const [pending, start] = useTransition();
  const errors = useMemo(() => problemsOf(answer), [answer]);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;

  // Sent by hand, so that React does not empty the form when the answer is a refusal.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    start(() => send(form));
  }

  return (
    <form action={send} onSubmit={submit} noValidate className="grid gap-5">
      <ErrorSummary errors={errors} />
      <RequiredNote />
      <FamilyField familyId={familyId} />
      <StatusMessage>
        {answer?.ok
          ? "Un courriel vient de partir à votre nouvelle adresse. Ouvrez son lien dans les 24\u00a0heures pour la confirmer\u00a0: jusque-là, rien ne change."
          : null}
      </StatusMessage>
      <TextField
        name="newEmail"
        type="email"
        label="Nouvelle adresse électronique"
        hint="Par exemple nom@exemple.fr. Nous y envoyons un lien pour la confirmer."
        autoComplete="email"
        error={errorOf("newEmail")}
      />
      <PasswordField
        name="motDePasse"
        label="Votre mot de passe"
        hint="Celui de votre compte, pour vérifier que c’est bien vous."
        autoComplete="current-password"
        error={errorOf("motDePasse")}
      />
      <div className="flex flex-wrap gap-3">
        <Button id="envoyer" type="submit" icon="mail" busy={pending} wide>
          Recevoir le lien
        </Button>
        <ButtonLink href="/famille" variant="secondary" wide>
          Retour à ma famille
        </ButtonLink>
      </div>
    </form>
  );
}

/** In the order of the form; what is about no control leads to the button. */
function problemsOf(answer: Answer): FieldProblem[] {
  if (answer?.ok !== false) return [];
  const { refusal, message, fields } = answer;
  if (refusal === "wrong-password") return [{ field: "motDePasse", message }];
  if (refusal === "email-same") return [{ field: "newEmail", message }];
  const found = ["newEmail", "motDePasse"].flatMap((field) => {
    const said = fields[field];
    return said === undefined ? [] : [{ field, message: said }];
  });
  return found.length > 0 ? found : [{ field: "envoyer", message }];
}
