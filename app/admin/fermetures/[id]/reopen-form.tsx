"use client";

import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { useSentForm } from "@/app/use-sent-form";
import { reopen } from "../actions";

const nowhere = {};

/** Takes the closure back, in one gesture. */
export function ReopenForm({ id, idempotencyKey }: { id: number; idempotencyKey: string }) {
  const form = useSentForm(reopen, nowhere, "rouvrir");
  const refused = form.answer?.ok === false ? form.answer.message : null;
  return (
    <form action={form.send} onSubmit={form.submit} className="grid gap-2">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <div>
        <Button id="rouvrir" type="submit" variant="secondary" icon="undo" busy={form.pending}>
          Rouvrir et prévenir les familles
        </Button>
      </div>
      <div role="alert">{refused && <FieldError id="rouvrir-erreur">{refused}</FieldError>}</div>
    </form>
  );
}
