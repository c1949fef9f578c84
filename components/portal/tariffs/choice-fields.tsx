import { SelectField } from "@/components/ui/field";
import { addDays } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import type { SimulatedTown } from "@/lib/domain/tariff/simulation";
import type { SimulationChoice } from "@/lib/domain/tariff/simulation-query";
import type { TariffVersion } from "@/lib/domain/tariff/version";

/** For which service and at which tariff: both are chosen already, as they are today. */
export function ChoiceFields({ town, choice }: { town: SimulatedTown; choice: SimulationChoice }) {
  return (
    <>
      <SelectField
        name="service"
        label="Choix du service"
        defaultValue={choice.department.id}
        className="max-w-lg"
      >
        {town.departments.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        name="version"
        label="Date de calcul des prix"
        hint="Le tarif en vigueur aujourd’hui est proposé d’abord."
        defaultValue={choice.version.id}
        className="max-w-lg"
      >
        {town.versions.toReversed().map((version) => (
          <option key={version.id} value={version.id}>
            {versionInWords(version)}
          </option>
        ))}
      </SelectField>
    </>
  );
}

/** "Tarifs 2024 (jusqu’au 31/12/2024)", "Tarifs 2026 (dès le 01/01/2026)": short enough for a phone. */
function versionInWords({ name, from, to }: TariffVersion): string {
  return to === null
    ? `${name} (dès le ${formatDay(from, "numeric")})`
    : `${name} (jusqu’au ${formatDay(addDays(to, -1), "numeric")})`;
}
