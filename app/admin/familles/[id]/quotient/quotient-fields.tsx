import { DateField, TextField } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { typedResidence } from "@/lib/domain/tariff/situation";
import type { TypedQuotient } from "@/lib/domain/tariff/typed-quotient";

/** A family's means, as the service reads them on a paper. */
export function QuotientFields({
  typed,
  errorOf,
  isCorrection,
}: {
  typed: TypedQuotient & { readonly reason: string };
  errorOf: (field: string) => string | undefined;
  /** Of an entry that stands: it is said why. */
  isCorrection: boolean;
}) {
  const text = (name: keyof typeof typed) => ({
    name,
    defaultValue: typed[name],
    error: errorOf(name),
    autoComplete: "off",
    maxLength: 120,
  });
  return (
    <div className="grid max-w-xl gap-5">
      <DateField
        name="from"
        label="À partir du"
        hint="D’habitude le premier du mois qui suit la réception. Les réservations de ces jours prennent leur prix avec elle."
        defaultValue={typed.from}
        error={errorOf("from")}
      />
      <TextField
        {...text("quotient")}
        label="Quotient familial, en euros"
        hint="Par exemple 1&nbsp;234,56. Laissez vide si la commune ne le connaît pas."
        inputMode="decimal"
        optional
        className="max-w-48"
      />
      <TextField
        {...text("parts")}
        label="Nombre de parts"
        hint="Par exemple 2 ou 2,5."
        inputMode="decimal"
        className="max-w-32"
      />
      <TextField
        {...text("children")}
        label="Nombre d’enfants à charge"
        inputMode="numeric"
        className="max-w-32"
      />
      <RadioGroup
        name="residence"
        legend="La famille habite"
        options={[
          { value: typedResidence.inTown, label: "la commune" },
          { value: typedResidence.outOfTown, label: "une autre commune" },
        ]}
        defaultValue={typed.residence}
        error={errorOf("residence")}
      />
      <TextField
        {...text("source")}
        label="Source"
        hint="Ce que la famille a montré, par exemple «&nbsp;Avis d’imposition 2025&nbsp;». Elle le lit dans ses tarifs."
      />
      <TextField
        {...text("income")}
        label="Revenus de l’année, en euros"
        inputMode="decimal"
        optional
        className="max-w-48"
      />
      <TextField
        {...text("benefits")}
        label="Prestations du mois, en euros"
        inputMode="decimal"
        optional
        className="max-w-48"
      />
      {isCorrection && (
        <TextField
          {...text("reason")}
          label="Motif de la correction"
          hint="La famille le lit, si un prix change. Par exemple «&nbsp;Erreur de saisie&nbsp;»."
          maxLength={300}
        />
      )}
    </div>
  );
}
