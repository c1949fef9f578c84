"use client";

import { useActionState, useMemo } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { confirmEmail } from "../actions";

export function ConfirmationForm({ token }: { token: string }) {
  const [answer, send] = useActionState(confirmEmail, null);
  const errors = useMemo(
    () => (answer?.ok === false ? [{ field: "confirmer", message: answer.message }] : []),
    [answer],
  );
  return (
    <form action={send} className="grid gap-5">
      <ErrorSummary errors={errors} title="Votre adresse n’a pas changé" />
      <input type="hidden" name="token" value={token} />
      <div>
        <SubmitButton id="confirmer" icon="check" wide>
          Confirmer mon adresse
        </SubmitButton>
      </div>
    </form>
  );
}
