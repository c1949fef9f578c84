import { TextField } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { residenceLabel } from "@/lib/domain/tariff/reduction";
import {
  typedResidence,
  type SituationErrors,
  type TypedSituation,
} from "@/lib/domain/tariff/situation";
import type { TariffCategory } from "@/lib/domain/tariff/version";

/** The situation that prices depend on, as it was typed or as the file says it. */
export function SituationFields({
  categories,
  typed,
  errors,
}: {
  categories: readonly TariffCategory[];
  typed: TypedSituation;
  errors: SituationErrors;
}) {
  const field = (name: keyof TypedSituation) => ({
    name,
    defaultValue: typed[name],
    error: errors[name],
  });
  return (
    <>
      <div className="grid items-start gap-x-8 gap-y-5 sm:grid-cols-2">
        <TextField
          {...field("quotient")}
          label="Quotient familial"
          hint="Par mois, par exemple 640 ou 640,50. Laissez vide s’il n’est pas connu."
          inputMode="decimal"
          optional
        />
        <TextField
          {...field("enfants")}
          label="Nombre d’enfants à charge"
          hint="Tous les enfants du foyer, inscrits ou non."
          inputMode="numeric"
        />
        <TextField
          {...field("parts")}
          label="Nombre de parts"
          hint="Celui de votre avis d’imposition. Il est déjà compté dans le quotient."
          inputMode="decimal"
          optional
        />
        <TextField
          {...field("rang")}
          label="Rang de l’enfant"
          hint="1 pour l’aîné, 2 pour le deuxième…"
          inputMode="numeric"
          optional
        />
      </div>
      <RadioGroup
        name="residence"
        legend="Où habitez-vous ?"
        inline
        error={errors.residence}
        defaultValue={typed.residence}
        options={(["inTown", "outOfTown"] as const).map((residence) => ({
          value: typedResidence[residence],
          label: residenceLabel[residence],
        }))}
      />
      <RadioGroup
        name="categorie"
        legend="Catégorie de la personne"
        error={errors.categorie}
        defaultValue={typed.categorie}
        options={categories.map(({ id, label, explanation }) => ({
          value: String(id),
          label,
          hint: explanation,
        }))}
      />
    </>
  );
}

/** The errors in the order of the fields, for the summary. */
export function situationProblems(errors: SituationErrors): { field: string; message: string }[] {
  const order = ["quotient", "enfants", "parts", "rang", "residence", "categorie"] as const;
  return order.flatMap((field) => {
    const message = errors[field];
    return message === undefined ? [] : [{ field, message }];
  });
}
