"use client";

import { useSentForm } from "@/app/use-sent-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { renewCodes } from "../actions";
import { RecoveryCodes } from "../recovery-codes-list";

const fieldOf = {};

/** Ten new codes in the place of the old ones, shown here once. */
export function CodesForm() {
  const form = useSentForm(renewCodes, fieldOf, "renouveler");
  if (form.answer?.ok)
    return (
      <RecoveryCodes
        codes={form.answer.value}
        lead="Vos nouveaux codes remplacent les anciens. Un courriel vous le confirme."
      />
    );
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-5">
      <ErrorSummary errors={form.problems} />
      <p>Les codes qui vous restent ne serviront plus.</p>
      <div>
        <Button id="renouveler" type="submit" busy={form.pending}>
          Créer dix nouveaux codes
        </Button>
      </div>
    </form>
  );
}
