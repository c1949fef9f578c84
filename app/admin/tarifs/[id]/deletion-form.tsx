"use client";

import { useActionState } from "react";
import { DialogButton } from "@/components/ui/dialog-button";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { deleteTariff } from "../actions";

/** Deletes the draft, once it is confirmed. */
export function DeleteDraft({
  versionId,
  revision,
  name,
  idempotencyKey,
}: {
  versionId: number;
  revision: number;
  name: string;
  idempotencyKey: string;
}) {
  const [answer, send] = useActionState(deleteTariff, null);
  return (
    <div className="no-print">
      <DialogButton
        label="Supprimer ce brouillon"
        title={`Supprimer «\u00a0${name}\u00a0»\u00a0?`}
        variant="danger"
        icon="cross"
        size="small"
        wide
      >
        <p>Tous ses prix et ses réglages sont perdus. Les tarifs publiés ne changent pas.</p>
        <p role="alert" className="text-danger-ink mt-2 font-semibold empty:hidden">
          {answer?.ok === false ? answer.message : null}
        </p>
        <div className="mt-5 flex flex-wrap justify-end gap-3">
          <form method="dialog">
            <Button type="submit" variant="secondary">
              Garder le brouillon
            </Button>
          </form>
          <form action={send}>
            <input type="hidden" name="versionId" value={versionId} />
            <input type="hidden" name="revision" value={revision} />
            <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
            <SubmitButton variant="danger">Supprimer</SubmitButton>
          </form>
        </div>
      </DialogButton>
    </div>
  );
}
