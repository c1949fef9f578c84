"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { startTransition, useActionState, useMemo } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { PasswordField } from "@/components/ui/password-field";
import type { ActionResult } from "@/lib/action";
import { savePassword } from "./actions";
import { passwordHint, passwordSchema } from "./schema";

/** Chooses a password with the link of an e-mail; the browser checks first, the server again. */
export function PasswordForm(props: {
  token: string;
  purpose: "activation" | "reset";
  submitLabel: string;
  /** How long it must be, in characters. */
  least: number;
}) {
  const [answer, send, pending] = useActionState<ActionResult<null> | null, FormData>(
    savePassword,
    null,
  );
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(passwordSchema),
    defaultValues: { token: props.token, purpose: props.purpose, motDePasse: "", confirmation: "" },
    shouldFocusError: false,
  });
  const local = formState.errors;
  const server = answer?.ok === false ? answer : null;
  const errors = useMemo(() => {
    const said = [
      { field: "motDePasse", message: local.motDePasse?.message ?? server?.fields["motDePasse"] },
      {
        field: "confirmation",
        message: local.confirmation?.message ?? server?.fields["confirmation"],
      },
      { field: "motDePasse", message: server?.refusal === "invalid" ? undefined : server?.message },
    ];
    return said.flatMap(({ field, message }) => (message ? [{ field, message }] : []));
  }, [local.motDePasse, local.confirmation, server]);
  const messageOf = (field: string) => errors.find((error) => error.field === field)?.message;

  return (
    <form
      action={send}
      noValidate
      onSubmit={(event) => {
        const form = new FormData(event.currentTarget);
        void handleSubmit(() => startTransition(() => send(form)))(event);
      }}
      className="grid gap-5"
    >
      <ErrorSummary errors={errors} />
      <RequiredNote />
      <input type="hidden" name="token" value={props.token} />
      <input type="hidden" name="purpose" value={props.purpose} />
      <PasswordField
        {...register("motDePasse")}
        label="Mot de passe"
        hint={passwordHint(props.least)}
        autoComplete="new-password"
        error={messageOf("motDePasse")}
      />
      <PasswordField
        {...register("confirmation")}
        label="Mot de passe, une deuxième fois"
        autoComplete="new-password"
        error={messageOf("confirmation")}
      />
      <div>
        <Button type="submit" busy={pending}>
          {props.submitLabel}
        </Button>
      </div>
    </form>
  );
}
