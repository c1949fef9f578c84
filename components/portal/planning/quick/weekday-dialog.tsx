"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import type { BookingContext } from "@/lib/domain/booking/context";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { weekdayPlural } from "@/lib/domain/day-words";
import type { Dispatch } from "../cell-box";
import { opensOn } from "../periodicity/form";
import { PlanningDialog } from "../planning-dialog";
import type { PlanningRow } from "../rows";
import { usedWeekdays } from "../span";
import { changedBetween } from "../state";
import { countChanges } from "../words";
import { everyWeekday } from "./every-weekday";

/** « Tous les mardis » for one unit: a press on a day applies it to the rest of the period. */
export function WeekdayDialog({
  context,
  wishes,
  rows,
  rowId,
  dispatch,
}: {
  context: BookingContext;
  wishes: Wishes;
  rows: readonly PlanningRow[];
  rowId: string | null;
  dispatch: Dispatch;
}) {
  const [chosen, setChosen] = useState(rowId ?? rows[0]?.id ?? "");
  const [want, setWant] = useState(true);
  const row = rows.find(({ id }) => id === chosen);
  const close = () => dispatch({ type: "close" });

  return (
    <PlanningDialog
      title="Un même jour chaque semaine"
      onClose={close}
      actions={
        <Button variant="quiet" onClick={close}>
          Annuler
        </Button>
      }
    >
      <div className="grid gap-4">
        <SelectField
          name="ligne"
          label="Activité"
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          {rows.map(({ id, child, name }) => (
            <option key={id} value={id}>
              {`${child.firstName} – ${name}`}
            </option>
          ))}
        </SelectField>
        <RadioGroup
          name="sens"
          legend={`Que faire\u00a0?`}
          inline
          value={want ? "tick" : "untick"}
          onChange={(event) => setWant(event.target.value === "tick")}
          options={[
            { value: "tick", label: "Cocher" },
            { value: "untick", label: "Décocher" },
          ]}
        />
        <div role="group" aria-label="Jours" className="flex flex-wrap gap-2">
          {row
            ? usedWeekdays(context)
                .filter((day) => opensOn(context, row.inscription.id, row.unit.id, day))
                .map((weekday) => (
                  <Button
                    key={weekday}
                    variant="secondary"
                    onClick={() => {
                      const next = everyWeekday(context, wishes, row, weekday, want);
                      const gesture = `${want ? "Cocher" : "Décocher"} tous les ${weekdayPlural(weekday)}`;
                      dispatch({
                        type: "apply",
                        wishes: next,
                        label: `${gesture}, ${row.name}, ${row.child.firstName}`,
                        said: `${gesture}, ${row.name}, ${row.child.firstName}\u00a0: ${countChanges(changedBetween(wishes, next)).toLowerCase()}.`,
                      });
                    }}
                  >
                    {`Tous les ${weekdayPlural(weekday)}`}
                  </Button>
                ))
            : null}
        </div>
        <p className="text-muted">
          Jusqu’à la fin de l’inscription. Seuls les jours qui peuvent encore changer.
        </p>
      </div>
    </PlanningDialog>
  );
}
