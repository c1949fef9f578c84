"use client";

import { useActionState, useMemo } from "react";
import { giveRequestRecap } from "@/app/(famille)/documents/actions";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";

/** « Imprimer en PDF »: a numbered document, which whoever receives it can verify. */
export function RecapForm({ number, idempotencyKey }: { number: number; idempotencyKey: string }) {
  const [answer, send] = useActionState(giveRequestRecap, null);
  const errors = useMemo(
    () => (answer?.ok === false ? [{ field: "editer-pdf", message: answer.message }] : []),
    [answer],
  );
  return (
    <form action={send} className="grid gap-3 max-sm:w-full">
      <ErrorSummary errors={errors} title="Le document n’est pas édité" />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <SubmitButton id="editer-pdf" variant="secondary" icon="download" wide>
        Imprimer en PDF
      </SubmitButton>
    </form>
  );
}
