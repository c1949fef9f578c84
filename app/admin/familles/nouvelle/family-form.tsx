"use client";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { RequiredNote } from "@/components/ui/required-note";
import { KnownPeople } from "@/components/portal/family-admin/known-people";
import type { KnownPerson } from "@/lib/domain/person";
import { useSentForm } from "@/app/use-sent-form";
import { GuardianFields } from "../person-fields";
import { openFamily } from "./actions";

const blank = {
  civility: "",
  firstName: "",
  lastName: "",
  email: "",
  phone: "",
  otherPhone: "",
  street: "",
  complement: "",
  postcode: "",
  city: "",
};

const fieldOf = { "family-known": "confirmed" };

/** A new family's name and first guardian; its children and the other guardian come on its own page. */
export function FamilyForm({ idempotencyKey }: { idempotencyKey: string }) {
  const form = useSentForm(openFamily, fieldOf, "ouvrir");
  const isKnown = form.messageOf("confirmed") !== undefined;
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-6">
      <ErrorSummary errors={form.problems} title="Rien n’est enregistré" />
      <RequiredNote />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Card title="La famille" titleId="la-famille">
        <div className="max-w-xl">
          <TextField
            name="name"
            label="Nom de la famille"
            hint="Celui sous lequel vous la cherchez, par exemple Dupont-Martin."
            defaultValue={form.givenBack["name"] ?? ""}
            maxLength={100}
            autoComplete="off"
            error={form.messageOf("name")}
          />
        </div>
      </Card>
      <Card title="Le premier responsable" titleId="le-responsable">
        <GuardianFields typed={{ ...blank, ...form.givenBack }} messageOf={form.messageOf} />
      </Card>
      {isKnown && (
        <Card title="Déjà connus du portail" titleId="deja-connus">
          <KnownPeople people={form.told as readonly KnownPerson[]} />
          <Checkbox
            id="confirmed"
            name="confirmed"
            value="1"
            label="C’est une autre famille"
            hint="Vous avez ouvert ces dossiers, et ce n’est aucun d’eux."
          />
        </Card>
      )}
      <div className="flex flex-wrap gap-3">
        <Button id="ouvrir" type="submit" icon="check" busy={form.pending} wide>
          Ouvrir le dossier
        </Button>
        <ButtonLink href="/admin/familles" variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}
