import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { BookingContext } from "@/lib/domain/booking/context";
import { parseDay } from "@/lib/domain/day";
import { formatDay, listInWords, weekdayName, weekdayShort } from "@/lib/domain/day-words";
import type { PeriodicityTick } from "@/lib/domain/periodicity";
import { rowsByChild, type PlanningRow } from "../rows";
import { usedWeekdays } from "../span";
import { fillWeek, hasTick, opensOn, toggleTick, weekStart, type PeriodicityForm } from "./form";

/** Step 3: for each week of the cycle, days × units of all the chosen inscriptions. */
export function DaysStep({
  context,
  form,
  setForm,
}: {
  context: BookingContext;
  form: PeriodicityForm;
  setForm: (form: PeriodicityForm) => void;
}) {
  const [said, setSaid] = useState("");
  const from = parseDay(form.from);
  const cycle = form.weeks.slice(0, form.cycle);

  function toggle(week: number, tick: PeriodicityTick) {
    const { form: next, unticked } = toggleTick(context, form, week, tick);
    const units = context.inscriptions.find(({ id }) => id === tick.inscriptionId)?.units ?? [];
    const label = (id: number) => units.find((unit) => unit.id === id)?.label ?? "";
    setForm(next);
    setSaid(
      unticked.length === 0
        ? ""
        : `${listInWords(unticked.map(label))} décoché le ${weekdayName(tick.weekday)}\u00a0: ${label(tick.unitId)} occupe déjà ce moment.`,
    );
  }

  return (
    <>
      <p>
        {form.chosen || !cycle.some((week) => week.length > 0)
          ? "Cochez les jours où vos enfants viendront."
          : "Les jours où vos enfants viennent déjà sont cochés. Cochez ceux que vous ajoutez, décochez ceux que vous retirez."}
      </p>
      <p role="status" className="text-info-ink min-h-[1.55em] font-semibold">
        {said}
      </p>
      {cycle.map((week, number) => (
        <section key={number} className="mb-6">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h4 className="font-bold">
              {form.cycle === 1
                ? "Chaque semaine"
                : `Semaine ${number + 1} sur ${form.cycle}\u00a0– à partir du ${from ? formatDay(weekStart(from, number), "short") : ""}`}
            </h4>
            <div className="flex flex-wrap gap-2">
              <Button
                variant="quiet"
                onClick={() => setForm(fillWeek(context, form, number, true))}
              >
                Tout cocher
              </Button>
              <Button
                variant="quiet"
                onClick={() => setForm(fillWeek(context, form, number, false))}
              >
                Tout décocher
              </Button>
            </div>
          </div>
          {rowsByChild(context).map(({ child, rows }) => (
            <div key={child.id} className="mt-2">
              <p className="border-line border-b font-semibold">{child.firstName}</p>
              {rows.map((row) => (
                <UnitDays
                  key={row.id}
                  context={context}
                  row={row}
                  week={week}
                  number={number}
                  toggle={toggle}
                />
              ))}
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

function UnitDays({
  context,
  row,
  week,
  number,
  toggle,
}: {
  context: BookingContext;
  row: PlanningRow;
  week: readonly PeriodicityTick[];
  number: number;
  toggle: (week: number, tick: PeriodicityTick) => void;
}) {
  const { inscription, unit, child } = row;
  const id = `semaine-${number}-${row.id}`;
  return (
    <div
      role="group"
      aria-labelledby={id}
      className="border-line flex flex-wrap items-center justify-between gap-x-4 border-b py-1"
    >
      <p id={id} className="min-w-48 flex-1 leading-tight">
        <span className="sr-only">{child.firstName}, </span>
        <span className="text-muted block text-sm">{inscription.activityLabel}</span>
        {unit.label}
      </p>
      <div className="flex flex-none">
        {usedWeekdays(context).map((weekday) =>
          opensOn(context, inscription.id, unit.id, weekday) ? (
            <label
              key={weekday}
              className="hover:bg-brand-soft flex min-h-14 w-12 cursor-pointer flex-col items-center justify-center gap-0.5 rounded-lg text-sm max-[22rem]:w-11"
            >
              <span aria-hidden="true">{weekdayShort(weekday)}</span>
              <input
                type="checkbox"
                className="check"
                aria-label={`${weekdayName(weekday)}, ${row.name}, ${child.firstName}`}
                checked={hasTick(week, inscription.id, unit.id, weekday)}
                onChange={() =>
                  toggle(number, { inscriptionId: inscription.id, unitId: unit.id, weekday })
                }
              />
            </label>
          ) : (
            <span key={weekday} className="w-12 max-[22rem]:w-11" />
          ),
        )}
      </div>
    </div>
  );
}
