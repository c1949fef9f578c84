"use client";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RadioGroup } from "@/components/ui/radio-group";
import { RequiredNote } from "@/components/ui/required-note";
import { KnownPeople } from "@/components/portal/family-admin/known-people";
import type { KnownPerson, TypedChild } from "@/lib/domain/person";
import { useSentForm } from "@/app/use-sent-form";
import { familyHref } from "../../hrefs";
import { ChildFields } from "../../person-fields";
import { saveFamilyChild } from "./actions";

const fieldOf = { "child-known": "known" };

/** A child's name, birth date and school. */
export function ChildForm({
  familyId,
  child,
  typed,
  idempotencyKey,
}: {
  familyId: number;
  /** Null: one more. */
  child: { readonly id: number; readonly stamp: string } | null;
  typed: TypedChild;
  idempotencyKey: string;
}) {
  const form = useSentForm(saveFamilyChild, fieldOf, "enregistrer");
  const asked = form.messageOf("known");
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-6">
      <ErrorSummary errors={form.problems} title="Rien n’est enregistré" />
      <RequiredNote />
      <input type="hidden" name="familyId" value={familyId} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {child && (
        <>
          <input type="hidden" name="childId" value={child.id} />
          <input type="hidden" name="shown" value={child.stamp} />
        </>
      )}
      <ChildFields typed={{ ...typed, ...form.givenBack }} messageOf={form.messageOf} />
      {asked !== undefined && (
        <div className="grid gap-3">
          <h2 className="font-semibold">Déjà connu du portail</h2>
          <KnownPeople people={form.told as readonly KnownPerson[]} />
          <RadioGroup
            name="known"
            legend={"Est-ce le même enfant\u00a0?"}
            options={[
              { value: "same", label: "Oui, c’est son second foyer" },
              { value: "other", label: "Non, c’est un autre enfant" },
            ]}
            error={asked}
          />
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        <Button id="enregistrer" type="submit" icon="check" busy={form.pending} wide>
          {child ? "Enregistrer" : "Ajouter cet enfant"}
        </Button>
        <ButtonLink href={familyHref(familyId)} variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}
