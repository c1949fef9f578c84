import { addDays, daysBetween, intersect, type Day, type Period } from "./day";
import { isWithinYear } from "./group-schedule";

/** From which school year to which: first and last day of school. */
export interface YearChange {
  readonly from: Period;
  readonly to: Period;
}

/**
 * A period of one school year in the next one. What began with the school year, or ended with it, does so
 * again; another day lies as many days after the first day of school, or before the last one, whichever
 * is nearer. Null where nothing of it is left.
 */
export function periodInNextYear(own: Period, { from, to }: YearChange): Period | null {
  const moved = (d: Day): Day => {
    const [after, before] = [daysBetween(from.from, d), daysBetween(d, from.to)];
    return Math.abs(after) <= Math.abs(before) ? addDays(to.from, after) : addDays(to.to, -before);
  };
  const period = { from: moved(own.from), to: moved(own.to) };
  return period.from <= period.to && isWithinYear(period, to) ? period : null;
}

/** The same for an opening of a group, within what became of the group. */
export function openingInNextYear(own: Period, group: Period, change: YearChange): Period | null {
  const moved = periodInNextYear(own, change);
  return moved && intersect(moved, group);
}
