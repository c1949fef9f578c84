"use client";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import type { TypedGuardian } from "@/lib/domain/person";
import { useSentForm } from "@/app/use-sent-form";
import { familyHref } from "../../hrefs";
import { GuardianFields } from "../../person-fields";
import { saveFamilyGuardian } from "./actions";

const fieldOf = { "guardian-email-taken": "email", "guardian-email-needed": "email" };

/** A guardian's names and how to reach them. */
export function GuardianForm({
  familyId,
  guardian,
  typed,
  idempotencyKey,
}: {
  familyId: number;
  /** Null: one more. */
  guardian: { readonly id: number; readonly stamp: string } | null;
  typed: TypedGuardian;
  idempotencyKey: string;
}) {
  const form = useSentForm(saveFamilyGuardian, fieldOf, "enregistrer");
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-6">
      <ErrorSummary errors={form.problems} title="Rien n’est enregistré" />
      <RequiredNote />
      <input type="hidden" name="familyId" value={familyId} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {guardian && (
        <>
          <input type="hidden" name="guardianId" value={guardian.id} />
          <input type="hidden" name="shown" value={guardian.stamp} />
        </>
      )}
      <GuardianFields typed={{ ...typed, ...form.givenBack }} messageOf={form.messageOf} />
      <div className="flex flex-wrap gap-3">
        <Button id="enregistrer" type="submit" icon="check" busy={form.pending} wide>
          {guardian ? "Enregistrer" : "Ajouter ce responsable"}
        </Button>
        <ButtonLink href={familyHref(familyId)} variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}
