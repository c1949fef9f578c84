import { DateField, SelectField, TextField } from "@/components/ui/field";
import { civilityLabel, usualTies, type ContactPerson } from "@/lib/domain/contact";
import type { Day } from "@/lib/domain/day";

/** Who the contact is. */
export function PersonFields({
  person,
  minimumAge,
  today,
  errorOf,
}: {
  person: ContactPerson | null;
  minimumAge: number | null;
  today: Day;
  errorOf: (field: string) => string | undefined;
}) {
  return (
    <div className="grid max-w-xl gap-5">
      <SelectField
        name="civility"
        label="Civilité"
        optional
        defaultValue={person?.civility ?? ""}
        className="max-w-56"
        error={errorOf("civility")}
      >
        <option value="">Non précisée</option>
        {Object.entries(civilityLabel).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField
        name="firstName"
        label="Prénom"
        maxLength={80}
        autoComplete="off"
        defaultValue={person?.firstName ?? ""}
        error={errorOf("firstName")}
      />
      <TextField
        name="lastName"
        label="Nom"
        maxLength={80}
        autoComplete="off"
        defaultValue={person?.lastName ?? ""}
        error={errorOf("lastName")}
      />
      <TextField
        name="tie"
        label="Lien avec l’enfant"
        hint="Par exemple «&nbsp;Grand-mère&nbsp;» ou «&nbsp;Voisin&nbsp;»."
        list="liens"
        maxLength={80}
        autoComplete="off"
        defaultValue={person?.tie ?? ""}
        error={errorOf("tie")}
      />
      <datalist id="liens">
        {usualTies.map((tie) => (
          <option key={tie} value={tie} />
        ))}
      </datalist>
      <TextField
        name="phone"
        type="tel"
        label="Téléphone"
        hint="Par exemple 06&nbsp;12&nbsp;34&nbsp;56&nbsp;78, ou +44… pour un numéro étranger."
        maxLength={40}
        autoComplete="off"
        className="max-w-80"
        defaultValue={person?.phone ?? ""}
        error={errorOf("phone")}
      />
      <DateField
        name="birthDate"
        label="Date de naissance"
        optional={minimumAge === null}
        hint={minimumAge === null ? undefined : `Il faut avoir au moins ${minimumAge}\u00a0ans.`}
        max={today}
        autoComplete="off"
        defaultValue={person?.birthDate ?? ""}
        error={errorOf("birthDate")}
      />
    </div>
  );
}
