"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextAreaField, TextField } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { RequiredNote } from "@/components/ui/required-note";
import { residenceLabel } from "@/lib/domain/tariff/reduction";
import type { ListedCategory } from "@/lib/services/tariffs/categories";
import { ColleagueChanges } from "../../reglages/colleague-changes";
import { useSentForm } from "@/app/use-sent-form";
import { saveTariffCategory } from "./actions";

const fieldOf = { "setting-label-taken": "label", "category-in-use": "pai" };

/** A category of children: its name, whom it is for. */
export function CategoryForm({
  category,
  idempotencyKey,
}: {
  /** Null: a new one. */
  category: ListedCategory | null;
  idempotencyKey: string;
}) {
  const form = useSentForm(saveTariffCategory, fieldOf, "enregistrer");
  const [opened] = useState(category);
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid max-w-2xl gap-6">
      <ErrorSummary errors={form.problems} title="Rien n’est enregistré" />
      <RequiredNote />
      {category && opened && <ColleagueChanges before={factsOf(opened)} now={factsOf(category)} />}
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {category && (
        <>
          <input type="hidden" name="id" value={category.id} />
          <input type="hidden" name="shown" value={category.stamp} />
        </>
      )}
      <TextField
        name="label"
        label="Nom"
        hint={"Par exemple «\u00a0Enfant de la commune\u00a0»."}
        defaultValue={form.givenBack["label"] ?? category?.label ?? ""}
        maxLength={80}
        autoComplete="off"
        error={form.messageOf("label")}
      />
      <TextAreaField
        name="explanation"
        label="Pour qui"
        hint="Les agents le lisent quand ils choisissent la catégorie d’un enfant."
        optional
        rows={2}
        defaultValue={form.givenBack["explanation"] ?? category?.explanation ?? ""}
        error={form.messageOf("explanation")}
      />
      <RadioGroup
        name="residence"
        legend="Pour les familles qui habitent"
        options={[
          { value: "", label: "n’importe où" },
          { value: "inTown", label: "la commune" },
          { value: "outOfTown", label: "une autre commune" },
        ]}
        defaultValue={form.givenBack["residence"] ?? category?.residence ?? ""}
      />
      <Checkbox
        id="pai"
        name="pai"
        value="1"
        label="Enfants qui apportent leur repas (PAI)"
        hint={
          form.messageOf("pai") ?? "Ils paient le prix de la prestation PAI, là où elle existe."
        }
        defaultChecked={category?.pai ?? false}
      />
      <div className="flex flex-wrap gap-3">
        <Button id="enregistrer" type="submit" icon="check" busy={form.pending} wide>
          {category ? "Enregistrer" : "Ajouter cette catégorie"}
        </Button>
        <ButtonLink href="/admin/tarifs/categories" variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}

const factsOf = ({ label, explanation, pai, residence }: ListedCategory) => [
  { term: "Nom", detail: label },
  { term: "Pour qui", detail: explanation ?? "Rien" },
  { term: "PAI", detail: pai ? "Oui" : "Non" },
  { term: "Habite", detail: residence === null ? "N’importe où" : residenceLabel[residence] },
];
