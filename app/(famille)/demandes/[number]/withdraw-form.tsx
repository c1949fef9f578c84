"use client";

import { useActionState, useMemo } from "react";
import { FamilyField } from "@/components/portal/family/family-shown";
import { useDrawnAgain } from "@/components/portal/family/use-drawn-again";
import { Button } from "@/components/ui/button";
import { DialogButton } from "@/components/ui/dialog-button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { requestKindWords, theseInWords, type RequestKind } from "@/lib/domain/request-kind";
import { withdraw } from "../actions";

/**
 * « Retirer ma demande », and the dialog that says what it will do; nothing where nothing waits. A
 * refusal outlives the dialog: the page is then drawn again with what the service decided meanwhile.
 */
export function WithdrawButton({
  familyId,
  number,
  kind,
  count,
  idempotencyKey,
}: {
  familyId: number;
  number: number;
  kind: RequestKind;
  /** Dates, lines of the file or documents that may still be taken back. */
  count: number;
  idempotencyKey: string;
}) {
  const [answer, send] = useActionState(withdraw, null);
  useDrawnAgain(answer);
  const errors = useMemo(
    () => (answer?.ok === false ? [{ field: "contenu", message: answer.message }] : []),
    [answer],
  );
  return (
    <div className="no-print grid gap-4 empty:hidden">
      {count > 0 ? (
        <div>
          <DialogButton
            label="Retirer ma demande"
            title={`Retirer la demande n°\u00a0${number}\u00a0?`}
            variant="danger"
            icon="undo"
            wide
            size="small"
          >
            <div className="grid gap-4">
              <ErrorSummary errors={errors} title="Votre demande n’est pas retirée" />
              <p>{requestKindWords[kind].takenBack(count)}</p>
              <form action={send}>
                <FamilyField familyId={familyId} />
                <input type="hidden" name="number" value={number} />
                <input type="hidden" name="kind" value={kind} />
                <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
                <SubmitButton variant="danger" icon="undo" wide busyLabel="Retrait en cours…">
                  {`Retirer ${theseInWords(kind, count)}`}
                </SubmitButton>
              </form>
              <form method="dialog">
                <Button type="submit" variant="secondary" wide>
                  Garder ma demande
                </Button>
              </form>
            </div>
          </DialogButton>
        </div>
      ) : (
        <ErrorSummary errors={errors} title="Votre demande n’est pas retirée" />
      )}
    </div>
  );
}
