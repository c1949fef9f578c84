"use client";

import { useActionState, useMemo } from "react";
import { FamilyField } from "@/components/portal/family/family-shown";
import { useDrawnAgain } from "@/components/portal/family/use-drawn-again";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { takeContactAway } from "../../actions";

/** « Retirer ce contact ». After a refusal the page is drawn again with what is true now. */
export function RemovalForm(props: {
  familyId: number;
  contactId: number;
  shown: string;
  idempotencyKey: string;
}) {
  const [answer, send] = useActionState(takeContactAway, null);
  useDrawnAgain(answer);
  const errors = useMemo(
    () => (answer?.ok === false ? [{ field: "retirer", message: answer.message }] : []),
    [answer],
  );
  return (
    <form action={send} className="grid gap-6">
      <ErrorSummary errors={errors} title="Ce contact n’est pas retiré" />
      <FamilyField familyId={props.familyId} />
      <input type="hidden" name="contactId" value={props.contactId} />
      <input type="hidden" name="shown" value={props.shown} />
      <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton id="retirer" variant="danger" icon="cross" wide>
          Retirer ce contact
        </SubmitButton>
        <ButtonLink href="/famille/contacts" variant="secondary" icon="arrow-left" wide>
          Garder ce contact
        </ButtonLink>
      </div>
    </form>
  );
}
