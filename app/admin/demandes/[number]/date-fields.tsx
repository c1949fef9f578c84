import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Fieldset } from "@/components/ui/fieldset";
import { plural } from "@/lib/domain/day-words";
import type { Day } from "@/lib/domain/day";
import { capital, formatDay } from "@/lib/domain/day-words";
import type { PlacesOfRequest } from "@/lib/services/reservations/request-places";
import { changeLabel, type LineChange } from "@/lib/domain/service-request";

export interface WaitingGroup {
  readonly change: LineChange;
  readonly unitId: number;
  readonly unitLabel: string;
  readonly sentence: string;
  readonly days: readonly Day[];
  /** By day, why it can no longer be accepted: "passée", "fermée". */
  readonly gone: Readonly<Record<string, string>>;
}

/** "6 places : 4 prises, 2 demandées avec celle-ci, reste 0". */
function placesInWords(places: PlacesOfRequest[string] | undefined): string | undefined {
  if (places === undefined) return undefined;
  const { seats, taken, asked, left, isOver } = places;
  const parts = [
    `${taken} ${taken > 1 ? "prises" : "prise"}`,
    `${asked} ${asked > 1 ? "demandées" : "demandée"} avec celle-ci`,
    left >= 0 ? `reste ${left}` : `${-left} de trop`,
  ];
  return `${plural(seats, "place", "places")}\u00a0: ${parts.join(", ")}${isOver ? "\u00a0: complet" : ""}`;
}

/** The dates that wait, by unit, each with its box; `left` are those that were unticked. */
export function DatesToDecide({
  name,
  groups,
  left,
  onChange,
  all,
  places,
  error,
}: {
  name: string;
  groups: readonly WaitingGroup[];
  left: ReadonlySet<string>;
  onChange: (left: ReadonlySet<string>) => void;
  /** Every date, to tick or untick at once; null as long as no script can. */
  all: readonly string[] | null;
  /** Of dates of limited units, by `unit|day`. */
  places: PlacesOfRequest;
  error: string | undefined;
}) {
  const toggle = (key: string) =>
    onChange(left.has(key) ? new Set([...left].filter((k) => k !== key)) : new Set([...left, key]));
  return (
    <div id={name} tabIndex={-1} className="grid gap-5">
      {all !== null && all.length > 1 && (
        <div>
          <Button
            variant="quiet"
            onClick={() => onChange(left.size === 0 ? new Set(all) : new Set())}
          >
            {left.size === 0 ? "Tout décocher" : "Tout cocher"}
          </Button>
        </div>
      )}
      {groups.map((group, index) => (
        <Fieldset
          key={`${group.change}-${group.unitId}`}
          name={`${name}-${group.change}-${group.unitId}`}
          legend={`${changeLabel[group.change]}, ${group.unitLabel}`}
          hint={`${capital(group.sentence)}.`}
          error={index === 0 ? error : undefined}
        >
          <div className="grid grid-cols-[repeat(auto-fill,minmax(min(11.5rem,100%),1fr))] gap-x-4">
            {group.days.map((d) => {
              const key = `${group.unitId}|${d}`;
              return (
                <Checkbox
                  key={key}
                  id={`${name}-${group.unitId}-${d}`}
                  name={`${name}[]`}
                  value={key}
                  label={[formatDay(d, "medium"), group.gone[d]].filter(Boolean).join(", ")}
                  hint={placesInWords(places[key])}
                  checked={!left.has(key)}
                  onChange={() => toggle(key)}
                />
              );
            })}
          </div>
        </Fieldset>
      ))}
    </div>
  );
}
