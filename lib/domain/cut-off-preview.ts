import type { Calendar } from "./calendar";
import { cutOffMoment, type CutOffRule } from "./cut-off";
import { addDays, dayOf, mondayOf, weekdayOf, type Day, type TimeOfDay } from "./day";
import { formatDay, formatTime, weekdayName } from "./day-words";

/** The days for which a rule is shown: the coming week from Monday to Friday, then three Mondays. */
function shownDays(today: Day): Day[] {
  const monday = addDays(mondayOf(today), 7);
  return [0, 1, 2, 3, 4, 7, 14, 21].map((n) => addDays(monday, n));
}

/**
 * What a rule gives in the coming weeks: "Pour le lundi 30 novembre : jusqu’au jeudi 26 novembre,
 * 23 h 59". `beginsAt`: the hour of the unit, where the town gives it one.
 */
export function cutOffPreview(
  rule: CutOffRule,
  calendar: Calendar,
  beginsAt: TimeOfDay | null,
  today: Day,
): string[] {
  return shownDays(today).map((d) => {
    const last = cutOffMoment(d, rule, calendar, beginsAt);
    if (last === null) return `Pour le ${dayInWords(d)}\u00a0: jusqu’au jour même`;
    const until = `${dayInWords(dayOf(last))}, ${formatTime(last.slice(11))}`;
    return dayOf(last) < today
      ? `Pour le ${dayInWords(d)}\u00a0: c’était jusqu’au ${until}`
      : `Pour le ${dayInWords(d)}\u00a0: jusqu’au ${until}`;
  });
}

/** "lundi 30 novembre". */
function dayInWords(d: Day): string {
  return `${weekdayName(weekdayOf(d))} ${formatDay(d, "dayMonth")}`;
}
