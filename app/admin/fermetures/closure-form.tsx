"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import type { Day } from "@/lib/domain/day";
import type { ClosureChoices } from "@/lib/services/closures/choices";
import { useSentForm } from "@/app/use-sent-form";
import { foresee } from "./actions";
import { ClosureFields } from "./closure-fields";
import { ConfirmForm } from "./confirm-form";
import { closuresHref } from "./hrefs";
import { fieldsOf } from "./typed-closure";

const fieldOf = {
  "closure-reversed": "to",
  "closure-past": "from",
  "closure-too-long": "to",
  "closure-nothing-open": "from",
};

/** Two steps in one page: what closes, then whom that touches and the button that does it. */
export function ClosureForm({
  choices,
  today,
  idempotencyKey,
}: {
  choices: ClosureChoices;
  today: Day;
  idempotencyKey: string;
}) {
  const form = useSentForm(foresee, fieldOf, "continuer");
  const foreseen = form.answer?.ok ? form.answer : null;
  // The answer that is shown as a step to confirm; « Modifier » puts it away, and keeps what was typed.
  const [putAway, setPutAway] = useState<object | null>(null);
  if (foreseen && foreseen !== putAway)
    return (
      <ConfirmForm
        foreseen={foreseen.value}
        idempotencyKey={idempotencyKey}
        onChange={() => setPutAway(foreseen)}
      />
    );
  return (
    <form
      action={form.send}
      onSubmit={form.submit}
      noValidate
      className="grid max-w-2xl gap-6"
      key={foreseen ? "again" : "first"}
    >
      <ErrorSummary errors={form.problems} title="Rien n’est fermé" />
      <RequiredNote />
      <ClosureFields
        choices={choices}
        today={today}
        typed={foreseen ? fieldsOf(foreseen.value) : form.givenBack}
        errorOf={form.messageOf}
      />
      <div className="flex flex-wrap gap-3">
        <Button id="continuer" type="submit" iconEnd="arrow-right" busy={form.pending} wide>
          Voir qui est touché
        </Button>
        <ButtonLink href={closuresHref} variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}
