import { Icon } from "@/components/ui/icon";
import { parseDay, type Day, type Period } from "@/lib/domain/day";
import type { Dispatch } from "./cell-box";
import { clampDay, shifted, spanTitle, type View } from "./span";

const views: readonly { view: View; label: string }[] = [
  { view: "week", label: "Semaine" },
  { view: "month", label: "Mois" },
  { view: "period", label: "Toute la période" },
];

const arrow =
  "border-control bg-card hover:bg-brand-soft inline-flex size-11 shrink-0 items-center justify-center rounded-lg border aria-disabled:border-dashed aria-disabled:text-muted aria-disabled:cursor-not-allowed";

/** Which days are shown: views, previous and next, and a date to go to. */
export function ViewNav({
  view,
  anchor,
  shown,
  whole,
  dispatch,
}: {
  view: View;
  anchor: Day;
  shown: Period;
  whole: Period;
  dispatch: Dispatch;
}) {
  return (
    <div className="mt-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="flex min-w-0 items-center gap-2 max-[24rem]:flex-wrap">
        {view === "period" ? null : (
          <Turn view={view} anchor={anchor} by={-1} whole={whole} dispatch={dispatch} />
        )}
        <h2
          className="min-w-0 text-xl max-[24rem]:order-first max-[24rem]:w-full"
          aria-live="polite"
        >
          {spanTitle(view, shown)}
        </h2>
        {view === "period" ? null : (
          <Turn view={view} anchor={anchor} by={1} whole={whole} dispatch={dispatch} />
        )}
      </div>
      <div className="no-print flex flex-wrap items-end gap-x-4 gap-y-2">
        <fieldset className="min-w-0">
          <legend className="sr-only">Vue du calendrier</legend>
          <div className="border-control bg-card flex flex-wrap rounded-lg border p-0.5">
            {views.map((one) => (
              <label
                key={one.view}
                className="min-h-target has-checked:bg-brand has-checked:text-on-brand has-focus-visible:outline-focus relative inline-flex cursor-pointer items-center rounded-md px-3 font-semibold has-focus-visible:outline-3 has-focus-visible:outline-offset-2"
              >
                <input
                  type="radio"
                  name="vue"
                  className="sr-only"
                  checked={view === one.view}
                  onChange={() => dispatch({ type: "look", view: one.view })}
                />
                {one.label}
              </label>
            ))}
          </div>
        </fieldset>
        <label className="font-semibold">
          <span className="block text-sm">Aller à une date</span>
          <input
            type="date"
            className="control max-w-48"
            min={whole.from}
            max={whole.to}
            value={anchor}
            onChange={(event) => {
              const day = parseDay(event.target.value);
              if (day) dispatch({ type: "look", anchor: clampDay(day, whole) });
            }}
          />
        </label>
      </div>
    </div>
  );
}

function Turn({
  view,
  anchor,
  by,
  whole,
  dispatch,
}: {
  view: View;
  anchor: Day;
  by: 1 | -1;
  whole: Period;
  dispatch: Dispatch;
}) {
  const to = shifted(view, anchor, by, whole);
  const word = by < 0 ? "précédent" : "suivant";
  return (
    <button
      type="button"
      className={`no-print ${arrow}`}
      aria-label={view === "week" ? `Semaine ${word}e` : `Mois ${word}`}
      aria-disabled={to === null || undefined}
      onClick={() => to && dispatch({ type: "look", anchor: to })}
    >
      <Icon name={by < 0 ? "chevron-left" : "chevron-right"} />
    </button>
  );
}
