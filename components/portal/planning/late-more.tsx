import { Checkbox } from "@/components/ui/checkbox";
import { Fieldset } from "@/components/ui/fieldset";
import { keyOf, type CellKey, type CellRef } from "@/lib/domain/booking/context";
import type { Change } from "@/lib/domain/booking/rules";
import { formatDay } from "@/lib/domain/day-words";
import { grouped } from "@/lib/domain/grouped";
import type { PlanningRow } from "./rows";

/** What may be asked along, day by day: one reason, one sending, one e-mail. */
export function LateMore({
  rows,
  offered,
  ticked,
  change,
  onTick,
}: {
  rows: readonly PlanningRow[];
  offered: readonly CellRef[];
  ticked: ReadonlySet<CellKey>;
  change: Change;
  onTick: (key: CellKey, ticked: boolean) => void;
}) {
  const named = offered.flatMap((cell) => {
    const row = rows.find(
      ({ inscription, unit }) => inscription.id === cell.inscriptionId && unit.id === cell.unitId,
    );
    return row ? [{ cell, label: `${row.name}, ${row.child.firstName}` }] : [];
  });
  if (named.length === 0) return null;
  return (
    <details>
      <summary className="text-link min-h-target flex cursor-pointer items-center">
        {change === "add"
          ? "Demander aussi d’autres dates ou prestations"
          : "Annuler aussi d’autres dates ou prestations"}
      </summary>
      <div className="grid gap-4 pt-2">
        {grouped(named, ({ cell }) => cell.day).map(([day, cells]) => (
          <Fieldset key={day} name={`hors-delai-${day}`} legend={formatDay(day, "long")}>
            {cells.map(({ cell, label }) => {
              const key = keyOf(cell);
              return (
                <Checkbox
                  key={key}
                  id={`hors-delai-${key.replaceAll("|", "-")}`}
                  label={label}
                  checked={ticked.has(key)}
                  onChange={(event) => onTick(key, event.target.checked)}
                />
              );
            })}
          </Fieldset>
        ))}
      </div>
    </details>
  );
}
