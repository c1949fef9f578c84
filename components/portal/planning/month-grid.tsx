import { cellView } from "@/lib/domain/booking/cell";
import type { BookingContext } from "@/lib/domain/booking/context";
import type { Wishes } from "@/lib/domain/booking/wishes";
import {
  addDays,
  eachDay,
  firstOfMonth,
  intersect,
  lastOfMonth,
  type Day,
  type Period,
} from "@/lib/domain/day";
import { formatDay, monthName, plural } from "@/lib/domain/day-words";
import type { Dispatch } from "./cell-box";
import { cellOf, type PlanningRow } from "./rows";
import { capital, mondaysOf, monthsOf } from "./span";

/** A phone's months: how full each week is. They only lead to a week, where the boxes are. */
export function MonthGrids({
  context,
  wishes,
  rows,
  period,
  dispatch,
}: {
  context: BookingContext;
  wishes: Wishes;
  rows: readonly PlanningRow[];
  period: Period;
  dispatch: Dispatch;
}) {
  return monthsOf(period).map((first) => (
    <section key={first} className="mt-5">
      <h3>{capital(monthName(first))}</h3>
      <ul className="mt-2 grid gap-1.5">
        {mondaysOf({ from: firstOfMonth(first), to: lastOfMonth(first) }).map((monday) => (
          <li key={monday}>
            <Week {...{ context, wishes, rows, monday, month: first, dispatch }} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Week({
  context,
  wishes,
  rows,
  monday,
  month,
  dispatch,
}: {
  context: BookingContext;
  wishes: Wishes;
  rows: readonly PlanningRow[];
  monday: Day;
  month: Day;
  dispatch: Dispatch;
}) {
  const week = { from: monday, to: addDays(monday, 6) };
  const shown = intersect(week, { from: month, to: lastOfMonth(month) }) ?? week;
  const days = eachDay(shown).map((day) => ({ day, ...countsOn(context, wishes, rows, day) }));
  const wanted = days.reduce((sum, day) => sum + day.wanted, 0);
  const changed = days.reduce((sum, day) => sum + day.changed, 0);
  const open = days.some((day) => day.open);
  return (
    <button
      type="button"
      className="border-line bg-card hover:border-brand min-h-target flex w-full flex-wrap items-center justify-between gap-x-3 rounded-lg border px-3 py-1.5 text-left"
      onClick={() => dispatch({ type: "look", view: "week", anchor: shown.from })}
    >
      <span className="font-semibold">
        <span className="sr-only">Semaine </span>
        {`${Number(shown.from.slice(8))}\u2013${formatDay(shown.to, "dayMonth")}`}
      </span>
      <span className="text-muted text-sm">
        {open ? plural(wanted, "réservation", "réservations") : "fermé"}
        {changed > 0 ? (
          <span className="text-added-ink bg-added-bg ml-2 rounded px-1.5 font-semibold">
            {plural(changed, "modification", "modifications")}
          </span>
        ) : null}
      </span>
    </button>
  );
}

function countsOn(
  context: BookingContext,
  wishes: Wishes,
  rows: readonly PlanningRow[],
  day: Day,
): { open: boolean; wanted: number; changed: number } {
  const views = rows.flatMap((row) => cellView(context, wishes, cellOf(row, day)) ?? []);
  return {
    open: views.some(({ lock }) => lock?.why !== "closed"),
    wanted: views.filter(({ wanted }) => wanted).length,
    changed: views.filter(({ status }) => status === "added" || status === "removed").length,
  };
}
