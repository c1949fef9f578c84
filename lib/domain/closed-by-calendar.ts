import { kindOfDay, type Calendar } from "./calendar";
import { eachDay, maxDay, minDay, type Day } from "./day";
import { openingOf, type OpeningException, type OpeningRule } from "./opening";

/** What is reserved for some children on a day, and when its group opens. */
export interface ReservedDay {
  readonly day: Day;
  readonly unitId: number;
  readonly children: readonly number[];
  readonly openings: readonly OpeningRule[];
  readonly exceptions: readonly OpeningException[];
}

/** How much of what is reserved a new calendar would close. */
export interface ClosedReservations {
  readonly children: number;
  readonly days: number;
}

/** From a day on, the days that are of another kind or name under the new calendar. */
export function changedDays(before: Calendar, after: Calendar, since: Day): Day[] {
  const years = [...before.years, ...after.years];
  const [first] = years;
  if (!first) return [];
  const from = years.reduce((d, y) => minDay(d, y.firstSchoolDay), first.firstSchoolDay);
  const to = years.reduce((d, y) => maxDay(d, y.lastSchoolDay), first.lastSchoolDay);
  return eachDay({ from: maxDay(from, since), to }).filter((d) => {
    const [was, is] = [kindOfDay(d, before), kindOfDay(d, after)];
    return was.kind !== is.kind || was.name !== is.name;
  });
}

/** The children and the days whose reservations lie open under the calendar of before, closed under the other. */
export function closedByCalendar(
  reserved: readonly ReservedDay[],
  before: Calendar,
  after: Calendar,
): ClosedReservations {
  const closed = reserved.filter(({ day, unitId, openings, exceptions }) => {
    const isOpen = (calendar: Calendar) =>
      openingOf(day, unitId, openings, exceptions, calendar).open;
    return isOpen(before) && !isOpen(after);
  });
  return {
    children: new Set(closed.flatMap(({ children }) => children)).size,
    days: new Set(closed.map(({ day }) => day)).size,
  };
}
