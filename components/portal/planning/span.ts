import type { BookingContext } from "@/lib/domain/booking/context";
import {
  addDays,
  addMonths,
  dayOf,
  eachDay,
  firstOfMonth,
  lastOfMonth,
  maxDay,
  minDay,
  mondayOf,
  monthOf,
  weekdayOf,
  type Day,
  type Period,
  type Weekday,
} from "@/lib/domain/day";
import { capital, formatDay, formatPeriod, monthName } from "@/lib/domain/day-words";
import { defaultPeriod } from "@/lib/domain/periodicity";
import { inscriptionIds } from "./rows";

export type View = "week" | "month" | "year";

/** From the first to the last day of the chosen inscriptions; the school year where there is none. */
export function wholePeriod(context: BookingContext): Period {
  const [first, ...others] = context.inscriptions;
  if (!first) return context.schoolYear;
  return others.reduce<Period>(
    (span, { from, to }) => ({ from: minDay(span.from, from), to: maxDay(span.to, to) }),
    { from: first.from, to: first.to },
  );
}

export function clampDay(d: Day, { from, to }: Period): Day {
  return maxDay(from, minDay(d, to));
}

/** Where the calendar opens: the first day that may still change; else today, within the period. */
export function startDay(context: BookingContext): Day {
  const from = defaultPeriod(context, inscriptionIds(context))?.from;
  return from ?? clampDay(dayOf(context.now), wholePeriod(context));
}

/** What a view shows: Monday to Sunday, the month, or everything. */
export function visiblePeriod(view: View, anchor: Day, whole: Period): Period {
  switch (view) {
    case "week":
      return { from: mondayOf(anchor), to: addDays(mondayOf(anchor), 6) };
    case "month":
      return { from: firstOfMonth(anchor), to: lastOfMonth(anchor) };
    case "year":
      return whole;
  }
}

/** The anchor `n` weeks or months further, or null where nothing is there any more. */
export function shifted(view: View, anchor: Day, n: 1 | -1, whole: Period): Day | null {
  if (view === "year") return null;
  const next =
    view === "week" ? addDays(mondayOf(anchor), 7 * n) : addMonths(firstOfMonth(anchor), n);
  const shown = visiblePeriod(view, next, whole);
  return shown.to < whole.from || shown.from > whole.to ? null : clampDay(next, whole);
}

/** ISO weekdays on which a chosen unit may ever open: the others get no column. */
export function usedWeekdays(context: BookingContext): Weekday[] {
  const used = new Set<Weekday>();
  for (const { units, openings, exceptions } of context.inscriptions) {
    const ids = new Set(units.map(({ id }) => id));
    for (const rule of openings) {
      if (ids.has(rule.unitId)) rule.weekdays.forEach((weekday) => used.add(weekday));
    }
    exceptions.filter(({ open }) => open).forEach(({ day }) => used.add(weekdayOf(day)));
  }
  return [...used].sort((a, b) => a - b);
}

export function daysOf(context: BookingContext, period: Period): Day[] {
  const used = new Set(usedWeekdays(context));
  return eachDay(period).filter((d) => used.has(weekdayOf(d)));
}

/** "Semaine du 30 nov. au 4 déc. 2026", "décembre 2026", "du 1er sept. 2026 au 2 juil. 2027". */
export function spanTitle(view: View, shown: Period): string {
  switch (view) {
    case "week":
      return `Semaine du ${weekStartWords(shown)} au ${formatDay(shown.to, "dayMonth")} ${shown.to.slice(0, 4)}`;
    case "month":
      return capital(monthName(shown.from));
    case "year":
      return `Année scolaire, ${formatPeriod(shown)}`;
  }
}

/** The same where there is little room: "30 nov. – 6 déc.", "Décembre 2026", "2026-2027". */
export function shortSpanTitle(view: View, shown: Period): string {
  switch (view) {
    case "week": {
      const [first, last] = [shown.from, shown.to].map((d) =>
        formatDay(d, "short").split(" ").slice(1, 3).join("\u00a0"),
      );
      return `${first}\u00a0– ${last}`;
    }
    case "month":
      return capital(monthName(shown.from));
    case "year":
      return `${shown.from.slice(0, 4)}-${shown.to.slice(0, 4)}`;
  }
}

// "30 novembre" before "6 décembre", "23" before "29 novembre".
function weekStartWords({ from, to }: Period): string {
  const words = formatDay(from, "dayMonth");
  return monthOf(from) === monthOf(to) ? (words.split(" ")[0] ?? words) : words;
}

/** The first days of the months that touch a period. */
export function monthsOf(period: Period): Day[] {
  const months: Day[] = [];
  for (let d = firstOfMonth(period.from); d <= period.to; d = addMonths(d, 1)) months.push(d);
  return months;
}
