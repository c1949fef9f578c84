"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { inviteFamilyGuardian } from "./actions";

/** One button: the link to open an account, for the first time or again. */
export function InviteForm({
  familyId,
  guardian,
  again,
  idempotencyKey,
}: {
  familyId: number;
  guardian: { readonly id: number; readonly name: string };
  again: boolean;
  idempotencyKey: string;
}) {
  const [answer, send] = useActionState(inviteFamilyGuardian, null);
  return (
    <form action={send}>
      <input type="hidden" name="familyId" value={familyId} />
      <input type="hidden" name="guardianId" value={guardian.id} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <SubmitButton variant="secondary" icon="mail" wide>
        {again ? "Renvoyer l’invitation" : "Inviter sur le portail"}
        <span className="sr-only"> {guardian.name}</span>
      </SubmitButton>
      {!again && (
        <p className="text-muted mt-2 max-w-prose text-sm">
          {
            "Si un parent du même nom a déjà un compte à cette adresse, ce compte est rattaché à cette famille\u00a0: il voit ce dossier aussitôt."
          }
        </p>
      )}
      <p role="alert" className="text-danger-ink mt-2 font-semibold empty:hidden">
        {answer?.ok === false ? answer.message : null}
      </p>
    </form>
  );
}
