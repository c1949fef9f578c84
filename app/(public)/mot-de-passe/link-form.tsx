"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { startTransition, useActionState, useMemo } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { StatusMessage } from "@/components/ui/status-message";
import type { ActionResult } from "@/lib/action";
import { requestPasswordLink } from "./actions";
import { linkSchema } from "./schema";

/** Asks for the link. What is said after does not tell whether the address has an account. */
export function LinkForm() {
  const [answer, send, pending] = useActionState<ActionResult<null> | null, FormData>(
    requestPasswordLink,
    null,
  );
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(linkSchema),
    defaultValues: { email: "" },
    shouldFocusError: false,
  });
  const server = answer?.ok === false ? (answer.fields["email"] ?? answer.message) : undefined;
  const message = formState.errors.email?.message ?? server;
  const errors = useMemo(() => (message ? [{ field: "email", message }] : []), [message]);

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
      <StatusMessage>
        {answer?.ok
          ? "Si un compte existe pour cette adresse, un message vient de lui être envoyé. Ouvrez-le dans les 10\u00a0minutes, et regardez aussi dans les indésirables."
          : null}
      </StatusMessage>
      <TextField
        {...register("email")}
        type="email"
        label="Adresse électronique"
        hint="Celle que la mairie connaît, par exemple nom@exemple.fr."
        autoComplete="email"
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
