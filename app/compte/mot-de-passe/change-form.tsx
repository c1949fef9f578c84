"use client";

import { useActionState, useMemo, useTransition, type FormEvent } from "react";
import { passwordHint } from "@/app/(public)/mot-de-passe/schema";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary, type FieldProblem } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { PasswordField } from "@/components/ui/password-field";
import type { ActionResult } from "@/lib/action";
import { changeOwnPassword } from "../actions";

type Answer = ActionResult<null> | null;

/** `email`: for the browser, which stores the new password beside it. `least`: its length, in characters. */
export function ChangeForm({ email, least }: { email: string; least: number }) {
  const [answer, send] = useActionState<Answer, FormData>(changeOwnPassword, null);
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
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        name="actuel"
        label="Mot de passe actuel"
        autoComplete="current-password"
        error={errorOf("actuel")}
      />
      <PasswordField
        name="motDePasse"
        label="Nouveau mot de passe"
        hint={passwordHint(least)}
        autoComplete="new-password"
        error={errorOf("motDePasse")}
      />
      <PasswordField
        name="confirmation"
        label="Nouveau mot de passe, une deuxième fois"
        autoComplete="new-password"
        error={errorOf("confirmation")}
      />
      <div className="flex flex-wrap gap-3">
        <Button id="envoyer" type="submit" icon="lock" busy={pending} wide>
          Changer mon mot de passe
        </Button>
        <ButtonLink href="/compte" variant="secondary" wide>
          Retour à mon compte
        </ButtonLink>
      </div>
    </form>
  );
}

/** In the order of the form; what is about no control leads to the button. */
function problemsOf(answer: Answer): FieldProblem[] {
  if (answer?.ok !== false) return [];
  const { refusal, message, fields } = answer;
  if (refusal === "wrong-password") return [{ field: "actuel", message }];
  if (refusal === "password-guessable" || refusal === "password-short")
    return [{ field: "motDePasse", message }];
  const found = ["actuel", "motDePasse", "confirmation"].flatMap((field) => {
    const said = fields[field];
    return said === undefined ? [] : [{ field, message: said }];
  });
  return found.length > 0 ? found : [{ field: "envoyer", message }];
}
