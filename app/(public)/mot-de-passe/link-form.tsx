"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { startTransition, useActionState, useMemo } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { TextField } from "@/components/ui/field";
import { StatusMessage } from "@/components/ui/status-message";
import type { Action, ActionResult } from "@/lib/action";
import { linkSchema } from "./schema";

/** Asks for a link by e-mail. What is said after (`sent`) does not tell whether it is somebody's. */
export function LinkForm({ act, sent }: { act: Action<null>; sent: string }) {
  const [answer, send, pending] = useActionState<ActionResult<null> | null, FormData>(act, null);
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
      <StatusMessage>{answer?.ok ? sent : null}</StatusMessage>
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
