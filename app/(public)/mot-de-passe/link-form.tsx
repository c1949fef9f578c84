"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { startTransition, useActionState, useMemo } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { TextField } from "@/components/ui/field";
import { StatusMessage } from "@/components/ui/status-message";
import type { ActionResult } from "@/lib/action";
import { requestPasswordLink } from "./actions";
import { linkSchema } from "./schema";

/** Asks for the link. What is said after does not tell whether it is somebody's. */
export function LinkForm() {
  const [answer, send, pending] = useActionState<ActionResult<null> | null, FormData>(
    requestPasswordLink,
    null,
  );
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(linkSchema),
    defaultValues: { identifiant: "" },
    shouldFocusError: false,
  });
  const server =
    answer?.ok === false ? (answer.fields["identifiant"] ?? answer.message) : undefined;
  const message = formState.errors.identifiant?.message ?? server;
  const errors = useMemo(() => (message ? [{ field: "identifiant", message }] : []), [message]);

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
      <StatusMessage>
        {answer?.ok
          ? "Si un compte a cet identifiant, un message vient de lui être envoyé. Ouvrez-le dans l’heure, et regardez aussi dans les indésirables."
          : null}
      </StatusMessage>
      <TextField
        {...register("identifiant")}
        label="Identifiant"
        hint="L’adresse électronique que la mairie connaît, ou votre nom d’utilisateur."
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={message}
      />
      <div>
        <Button type="submit" busy={pending}>
          Recevoir un lien
        </Button>
      </div>
    </form>
  );
}
