import type { SchoolYearRef } from "./booking/context";
import type { Calendar } from "./calendar";
import { addDays, intersect, maxDay, minDay, type Day, type Period } from "./day";
import { openingOf, type OpeningException, type OpeningRule } from "./opening";

/** When a group opens. */
export interface GroupSchedule {
  readonly openings: readonly OpeningRule[];
  readonly exceptions: readonly OpeningException[];
}

/** A child's reservation of a unit of the group. */
export interface GroupPlace {
  readonly childId: number;
  readonly unitId: number;
  readonly day: Day;
}

/** The summers around a school year: a group may begin in the one before, and end in the one after. */
const SUMMER_DAYS = 62;

/** Whether a group of a school year may last that long. */
export function isWithinYear({ from, to }: Period, year: Pick<SchoolYearRef, "from" | "to">) {
  return addDays(year.from, -SUMMER_DAYS) <= from && to <= addDays(year.to, SUMMER_DAYS);
}

/** The reservations of open days that a change of the schedule closes. */
export function contradictedPlaces<P extends GroupPlace>(
  places: readonly P[],
  before: GroupSchedule,
  after: GroupSchedule,
  calendar: Calendar,
): P[] {
  const isOpen = ({ unitId, day }: P, { openings, exceptions }: GroupSchedule) =>
    openingOf(day, unitId, openings, exceptions, calendar).open;
  return places.filter((place) => isOpen(place, before) && !isOpen(place, after));
}

/** What families lose to a change: how many of their children's days, and when. */
export interface Contradiction {
  readonly children: number;
  /** A day of two children counts for two. */
  readonly days: number;
  readonly period: Period;
}

/** Null where nothing is lost. */
export function contradictionOf(places: readonly GroupPlace[]): Contradiction | null {
  const [first] = places;
  if (!first) return null;
  const count = (keys: readonly unknown[]) => new Set(keys).size;
  const days = places.map(({ day }) => day);
  return {
    children: count(places.map(({ childId }) => childId)),
    days: count(places.map(({ childId, day }) => `${childId} ${day}`)),
    period: { from: days.reduce(minDay), to: days.reduce(maxDay) },
  };
}

/**
 * A period of a group whose dates change: what lasted as long as the group still does, the rest keeps its
 * own dates as far as the group still lasts. Null where nothing is left.
 */
export function fittedPeriod(own: Period, was: Period, now: Period): Period | null {
  return intersect(
    {
      from: own.from === was.from ? now.from : own.from,
      to: own.to === was.to ? now.to : own.to,
    },
    now,
  );
}

/** Whether a day, or all of a period, is of the group. */
export function isWithinGroup({ from, to }: Period, group: Period): boolean {
  return group.from <= from && to <= group.to;
}
