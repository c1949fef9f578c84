"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { copyTownGroups } from "./actions";

/** Makes exactly what the page shows, or says that it has changed. */
export function CopyForm({
  schoolYearId,
  shown,
  label,
  idempotencyKey,
}: {
  schoolYearId: number;
  shown: string;
  label: string;
  idempotencyKey: string;
}) {
  const [answer, send] = useActionState(copyTownGroups, null);
  return (
    <form action={send} className="grid gap-3">
      <input type="hidden" name="schoolYearId" value={schoolYearId} />
      <input type="hidden" name="shown" value={shown} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <p role="alert" className="text-danger-ink font-semibold empty:hidden">
        {answer?.ok === false ? answer.message : null}
      </p>
      <div className="flex flex-wrap gap-3">
        <SubmitButton icon="copy" wide>
          {label}
        </SubmitButton>
        <ButtonLink href={`/admin/reglages/groupes?annee=${schoolYearId}`} variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}
