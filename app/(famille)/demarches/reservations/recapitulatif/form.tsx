"use client";

import type { Route } from "next";
import { useActionState, useMemo } from "react";
import { FamilyField } from "@/components/portal/family/family-shown";
import { useDrawnAgain } from "@/components/portal/family/use-drawn-again";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { plural } from "@/lib/domain/day-words";
import { submit } from "../actions";

/** What has no place left, where that is why nothing was sent. */
function fullOf({ value }: { value?: unknown }): string[] {
  if (typeof value !== "object" || value === null || !("full" in value)) return [];
  return Array.isArray(value.full) ? value.full.map((what) => `Complet\u00a0: ${what}.`) : [];
}

/**
 * Sends what stands above. The key comes with the page, so that a double press, or a press again after
 * a lost answer, gives the same numbers. After a refusal the page is drawn again with what is true now.
 */
export function SendForm(props: {
  familyId: number;
  schoolYearId: number;
  revision: number;
  fingerprint: string;
  idempotencyKey: string;
  count: number;
  back: Route;
}) {
  const [answer, send] = useActionState(submit, null);
  useDrawnAgain(answer);
  const errors = useMemo(
    () =>
      answer?.ok === false
        ? [answer.message, ...fullOf(answer)].map((message) => ({ field: "envoyer", message }))
        : [],
    [answer],
  );
  return (
    <form action={send} className="grid gap-4">
      <ErrorSummary errors={errors} title="Votre demande n’est pas partie" />
      <FamilyField familyId={props.familyId} />
      <input type="hidden" name="schoolYearId" value={props.schoolYearId} />
      <input type="hidden" name="revision" value={props.revision} />
      <input type="hidden" name="fingerprint" value={props.fingerprint} />
      <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton id="envoyer" icon="check" wide busyLabel="Envoi en cours…">
          {props.count === 1
            ? "Envoyer mon changement"
            : `Envoyer mes ${plural(props.count, "changement", "changements")}`}
        </SubmitButton>
        <ButtonLink href={props.back} variant="secondary" icon="arrow-left" wide>
          Retour à l’étape 2
        </ButtonLink>
      </div>
    </form>
  );
}
