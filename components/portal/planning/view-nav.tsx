import type { RefObject } from "react";
import { Icon } from "@/components/ui/icon";
import type { Day, Period } from "@/lib/domain/day";
import type { Dispatch } from "./cell-box";
import css from "./table.module.css";
import { shifted, shortSpanTitle, spanTitle, type View } from "./span";

/** A phone has no room for a month's columns: its year shows them. */
const views: readonly { view: View; label: string; only?: string }[] = [
  { view: "week", label: "Semaine" },
  { view: "month", label: "Mois", only: "max-md:hidden" },
  { view: "year", label: "Année" },
];

/** Which days are shown, and the views. On a phone it stays in sight, with the costs. */
export function ViewNav({
  view,
  anchor,
  shown,
  whole,
  costLine,
  title,
  dispatch,
}: {
  view: View;
  anchor: Day;
  shown: Period;
  whole: Period;
  /** What is shown and the year to come cost; null in a town without tariffs. */
  costLine: string | null;
  /** Takes the focus when the year has opened a week. */
  title: RefObject<HTMLHeadingElement | null>;
  dispatch: Dispatch;
}) {
  return (
    <div
      className={`${css.head} max-md:border-line -mx-[min(1.25rem,5vw)] px-[min(1.25rem,5vw)] py-1.5 max-md:border-b md:mx-0 md:px-0`}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <div className="flex min-w-0 items-center gap-3">
          <Turns className="max-md:hidden" {...{ view, anchor, whole, dispatch }} />
          <h2
            ref={title}
            tabIndex={-1}
            className="min-w-0 text-lg leading-tight md:text-xl"
            aria-live="polite"
          >
            <span className="sr-only">{spanTitle(view, shown)}</span>
            <span aria-hidden="true">{shortSpanTitle(view, shown)}</span>
          </h2>
        </div>
        <fieldset className="no-print min-w-0">
          <legend className="sr-only">Vue du calendrier</legend>
          <div className="border-control bg-card flex flex-wrap rounded-xl border p-px">
            {views.map((one) => (
              <label
                key={one.view}
                className={`forced-border min-h-target has-checked:bg-brand has-checked:text-on-brand has-focus-visible:outline-focus relative inline-flex cursor-pointer items-center rounded-lg px-3 font-semibold has-checked:underline has-focus-visible:outline-3 has-focus-visible:outline-offset-2 forced-colors:has-checked:outline-2 ${one.only ?? ""}`}
              >
                <input
                  type="radio"
                  name="vue"
                  autoComplete="off"
                  className="sr-only"
                  checked={view === one.view}
                  onChange={() => dispatch({ type: "look", view: one.view })}
                />
                {one.label}
              </label>
            ))}
          </div>
        </fieldset>
      </div>
      {costLine === null ? null : (
        <p className="text-sm leading-snug tabular-nums md:hidden">{costLine}</p>
      )}
    </div>
  );
}

/** Previous and next. A phone has them under the thumb, a desk beside the dates. */
export function Turns({
  className,
  ...turn
}: {
  className: string;
  view: View;
  anchor: Day;
  whole: Period;
  dispatch: Dispatch;
}) {
  if (turn.view === "year") return null;
  return (
    <div className={`no-print flex ${className}`}>
      <Turn {...turn} by={-1} />
      <Turn {...turn} by={1} />
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
      className="border-control bg-card hover:bg-brand-soft aria-disabled:text-muted inline-flex size-11 shrink-0 items-center justify-center border first:rounded-l-lg last:rounded-r-lg last:border-l-0 aria-disabled:cursor-not-allowed aria-disabled:border-dashed"
      aria-label={view === "week" ? `Semaine ${word}e` : `Mois ${word}`}
      aria-disabled={to === null || undefined}
      onClick={() => to && dispatch({ type: "look", anchor: to })}
    >
      <Icon name={by < 0 ? "chevron-left" : "chevron-right"} />
    </button>
  );
}
