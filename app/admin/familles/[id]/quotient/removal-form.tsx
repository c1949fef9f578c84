"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { DialogButton } from "@/components/ui/dialog-button";
import { TextField } from "@/components/ui/field";
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
          {`Dès le ${since}, c’est la situation d’avant qui vaut, jusqu’à la suivante. Les réservations qui ne sont pas encore facturées prennent leur prix avec elle, si la ville ne garde pas les prix annoncés.`}
        </p>
        <form action={send} className="mt-4 grid gap-5">
          <input type="hidden" name="familyId" value={familyId} />
          <input type="hidden" name="replaces" value={replaces} />
          <input type="hidden" name="shown" value={shown} />
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          <TextField
            id="motif-du-retrait"
            name="reason"
            label="Motif du retrait"
            hint="La famille le lit, si un prix change."
            maxLength={300}
            autoComplete="off"
          />
          <p role="alert" className="text-danger-ink font-semibold empty:hidden">
            {answer?.ok === false ? answer.message : null}
          </p>
          <SubmitButton variant="danger" wide>
            Retirer
          </SubmitButton>
        </form>
        <form method="dialog" className="mt-3">
          <Button type="submit" variant="secondary" wide>
            La garder
          </Button>
        </form>
      </DialogButton>
    </div>
  );
}
