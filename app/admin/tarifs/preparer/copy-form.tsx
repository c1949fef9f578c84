"use client";

import { useActionState, useMemo, useTransition, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { SelectField, TextField } from "@/components/ui/field";
import type { ActionResult } from "@/lib/action";
import { copyTariff } from "../actions";

/** From which version, under which name. */
export function CopyForm({
  models,
  modelId,
  idempotencyKey,
}: {
  models: readonly { id: number; label: string }[];
  /** Null where the town has no version yet. */
  modelId: number | null;
  idempotencyKey: string;
}) {
  const [answer, send] = useActionState<ActionResult<{ id: number }> | null, FormData>(
    copyTariff,
    null,
  );
  const [pending, start] = useTransition();
  const errors = useMemo(() => {
    if (answer?.ok !== false) return [];
    return [{ field: "name", message: answer.fields["name"] ?? answer.message }];
  }, [answer]);

  // Sent by hand, so that React does not empty the form when the answer is a refusal.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    start(() => send(form));
  }

  return (
    <form action={send} onSubmit={submit} noValidate className="grid max-w-xl gap-5">
      <ErrorSummary errors={errors} />
      <RequiredNote />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <SelectField name="modelId" label="À partir de" defaultValue={modelId ?? ""}>
        <option value="">{"Rien\u00a0: tous les prix restent à écrire"}</option>
        {models.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField
        name="name"
        label="Nom des nouveaux tarifs"
        hint="Les familles le lisent dans l’explication de leurs prix, par exemple «&nbsp;Tarifs 2028&nbsp;»."
        maxLength={80}
        autoComplete="off"
        error={errors[0]?.message}
      />
      <div>
        <Button type="submit" icon="copy" busy={pending} wide>
          Créer le brouillon
        </Button>
      </div>
    </form>
  );
}
