import { DateField, SelectField, TextField } from "@/components/ui/field";
import type { Day } from "@/lib/domain/day";
import type { ClosureChoices } from "@/lib/services/closures/choices";

/** Which days, of what, and why. */
export function ClosureFields({
  choices: { establishments, activities, groups },
  today,
  typed,
  errorOf,
}: {
  choices: ClosureChoices;
  today: Day;
  typed: Readonly<Record<string, string>>;
  errorOf: (field: string) => string | undefined;
}) {
  return (
    <>
      <DateField
        name="from"
        label="Premier jour"
        min={today}
        defaultValue={typed["from"]}
        error={errorOf("from")}
      />
      <DateField
        name="to"
        label="Dernier jour"
        hint="Vide pour un seul jour. 31 jours au plus."
        optional
        min={today}
        defaultValue={typed["to"]}
        error={errorOf("to")}
      />
      <SelectField
        name="target"
        label="Ce qui ferme"
        defaultValue={typed["target"] ?? ""}
        error={errorOf("target")}
      >
        <option value="">Choisissez</option>
        <option value="town">Toute la commune</option>
        <Options label="Un établissement" kind="establishment" of={establishments} />
        <Options label="Une activité" kind="activity" of={activities} />
        <Options label="Un groupe" kind="group" of={groups} />
      </SelectField>
      <SelectField
        name="unit"
        label="Unité"
        hint={"Une seule unité peut fermer\u00a0: les repas, sans la garderie."}
        defaultValue={typed["unit"] ?? "every"}
        error={errorOf("unit")}
      >
        <option value="every">Toutes</option>
        {activities.map((activity) => (
          <optgroup key={activity.id} label={activity.label}>
            {activity.units.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <TextField
        name="reason"
        label="Motif"
        hint={
          "Les familles le lisent dans leur calendrier et dans le courriel, par exemple «\u00a0Grève du personnel\u00a0»."
        }
        maxLength={80}
        autoComplete="off"
        defaultValue={typed["reason"]}
        error={errorOf("reason")}
      />
    </>
  );
}

function Options({
  label,
  kind,
  of,
}: {
  label: string;
  kind: string;
  of: readonly { readonly id: number; readonly label: string }[];
}) {
  return (
    <optgroup label={label}>
      {of.map((one) => (
        <option key={one.id} value={`${kind}:${one.id}`}>
          {one.label}
        </option>
      ))}
    </optgroup>
  );
}
