"use client";

import { useActionState, useMemo, useState } from "react";
import { FamilyField } from "@/components/portal/family/family-shown";
import { useDrawnAgain } from "@/components/portal/family/use-drawn-again";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { listInWords } from "@/lib/domain/day-words";
import { validate } from "../actions";
import type { SiblingChoice } from "./sibling-choices";

/**
 * « Valider » : sends what stands above, and the same for the brothers and sisters that are ticked.
 * After a refusal the page is drawn again with what is true now.
 */
export function ValidationForm(props: {
  familyId: number;
  childId: number;
  shown: string;
  siblings: readonly SiblingChoice[];
  idempotencyKey: string;
  back: string;
}) {
  const { siblings } = props;
  const [answer, send] = useActionState(validate, null);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  useDrawnAgain(answer);
  const errors = useMemo(
    () => (answer?.ok === false ? [{ field: "valider", message: answer.message }] : []),
    [answer],
  );
  const chosen = siblings.filter(({ childId }) => ticked.has(childId));
  const shown = [props.shown, ...chosen.map(({ name }) => name)].join(";");
  const toggle = (id: number) =>
    setTicked(
      ticked.has(id) ? new Set([...ticked].filter((t) => t !== id)) : new Set([...ticked, id]),
    );
  return (
    <form action={send} className="grid gap-6">
      <ErrorSummary errors={errors} title="Votre demande n’est pas partie" />
      <FamilyField familyId={props.familyId} />
      <input type="hidden" name="childId" value={props.childId} />
      <input type="hidden" name="shown" value={shown} />
      <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
      {siblings.length > 0 && (
        <Card title="Faire de même pour" titleId="freres-et-soeurs">
          {siblings.map(({ childId, firstName, labels }) => (
            <Checkbox
              key={childId}
              id={`frere-${childId}`}
              name="siblingIds[]"
              value={childId}
              checked={ticked.has(childId)}
              onChange={() => toggle(childId)}
              label={
                <>
                  <span className="block font-semibold">{firstName}</span>
                  <span className="text-muted block text-sm">{`Change\u00a0: ${listInWords(labels)}`}</span>
                </>
              }
            />
          ))}
        </Card>
      )}
      <p className="text-muted">Votre demande est validée automatiquement.</p>
      <div className="flex flex-wrap gap-3">
        <SubmitButton id="valider" icon="check" wide busyLabel="Envoi en cours…">
          Valider
        </SubmitButton>
        <ButtonLink href={props.back} variant="secondary" icon="arrow-left" wide>
          Retour à l’étape 1
        </ButtonLink>
      </div>
    </form>
  );
}
