import type { RefObject } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { keyOf } from "@/lib/domain/booking/context";
import type { Conflict } from "@/lib/domain/booking/wishes";
import { formatDay, plural } from "@/lib/domain/day-words";
import type { Dispatch } from "./cell-box";
import type { PlanningRow } from "./rows";
import { baseWord } from "./words";

/** What somebody else has changed since the parent chose: shown, and decided cell by cell or at once. */
export function Conflicts({
  conflicts,
  rows,
  dispatch,
  heading,
}: {
  conflicts: readonly Conflict[];
  rows: readonly PlanningRow[];
  dispatch: Dispatch;
  heading: RefObject<HTMLDivElement | null>;
}) {
  const keys = conflicts.map(({ cell }) => keyOf(cell));
  return (
    <div ref={heading} tabIndex={-1} className="mt-4">
      {conflicts.length === 0 ? null : (
        <Callout
          tone="warning"
          title={`${plural(conflicts.length, "réservation a changé", "réservations ont changé")} depuis votre choix`}
          actions={
            conflicts.length > 1 ? (
              <>
                <Button
                  variant="secondary"
                  onClick={() => dispatch({ type: "settle", keys, how: "mine" })}
                >
                  Garder tous mes choix
                </Button>
                <Button
                  variant="secondary"
                  onClick={() => dispatch({ type: "settle", keys, how: "theirs" })}
                >
                  Prendre l’état actuel partout
                </Button>
              </>
            ) : null
          }
        >
          <ul className="grid gap-3">
            {conflicts.map((conflict) => (
              <ConflictLine
                key={keyOf(conflict.cell)}
                conflict={conflict}
                rows={rows}
                dispatch={dispatch}
              />
            ))}
          </ul>
        </Callout>
      )}
    </div>
  );
}

function ConflictLine({
  conflict,
  rows,
  dispatch,
}: {
  conflict: Conflict;
  rows: readonly PlanningRow[];
  dispatch: Dispatch;
}) {
  const { cell, seen, now, want, settled } = conflict;
  const row = rows.find(
    ({ inscription, unit }) => inscription.id === cell.inscriptionId && unit.id === cell.unitId,
  );
  const what = `${row?.name ?? ""}, ${row?.child.firstName ?? ""}, ${formatDay(cell.day, "long")}`;
  const keys = [keyOf(cell)];
  return (
    <li>
      <p>
        <strong>{what}</strong>
        {`\u00a0: ${baseWord[now]} entre-temps par un autre compte ou par le service. C’était ${baseWord[seen]} quand vous avez choisi de ${want ? "réserver" : "retirer"}${settled ? "\u00a0: c’est déjà fait" : ""}.`}
      </p>
      <div className="mt-1 flex flex-wrap gap-2">
        {settled ? null : (
          <Button
            variant="secondary"
            aria-label={`Garder mon choix\u00a0: ${what}`}
            onClick={() => dispatch({ type: "settle", keys, how: "mine" })}
          >
            Garder mon choix
          </Button>
        )}
        <Button
          variant="secondary"
          aria-label={`${settled ? "C’est bien ainsi" : "Prendre l’état actuel"}\u00a0: ${what}`}
          onClick={() => dispatch({ type: "settle", keys, how: "theirs" })}
        >
          {settled ? "C’est bien ainsi" : "Prendre l’état actuel"}
        </Button>
      </div>
    </li>
  );
}
