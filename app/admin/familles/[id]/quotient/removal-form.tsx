"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { DialogButton } from "@/components/ui/dialog-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Day } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import { removeFamilyQuotient } from "../../actions";

/** Takes an entry away, once it is confirmed. */
export function RemoveQuotient({
  familyId,
  replaces,
  shown,
  idempotencyKey,
}: {
  familyId: number;
  replaces: Day;
  shown: string;
  idempotencyKey: string;
}) {
  const [answer, send] = useActionState(removeFamilyQuotient, null);
  const since = formatDay(replaces, "dateMedium");
  return (
    <div className="mt-8">
      <DialogButton
        label="Retirer cette situation"
        title={`Retirer la situation du ${since}\u00a0?`}
        variant="danger"
        icon="cross"
        size="small"
        wide
      >
        <p>
          {`Dès le ${since}, c’est la situation d’avant qui vaut, jusqu’à la suivante. Aucun prix déjà gardé ne change.`}
        </p>
        <p role="alert" className="text-danger-ink mt-2 font-semibold empty:hidden">
          {answer?.ok === false ? answer.message : null}
        </p>
        <div className="mt-5 flex flex-wrap justify-end gap-3">
          <form method="dialog">
            <Button type="submit" variant="secondary">
              La garder
            </Button>
          </form>
          <form action={send}>
            <input type="hidden" name="familyId" value={familyId} />
            <input type="hidden" name="replaces" value={replaces} />
            <input type="hidden" name="shown" value={shown} />
            <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
            <SubmitButton variant="danger">Retirer</SubmitButton>
          </form>
        </div>
      </DialogButton>
    </div>
  );
}
