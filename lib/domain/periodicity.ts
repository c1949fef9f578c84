import { baseOf, keyOf, type BookingContext } from "@/lib/domain/booking/context";
import { comes } from "@/lib/domain/booking/standing";
import {
  bookingIndex,
  refusalOf,
  weekNumber,
  type InscriptionRules,
} from "@/lib/domain/booking/rules";
import { chosen } from "@/lib/domain/booking/wishes";
import {
  dayOf,
  daysBetween,
  intersect,
  maxDay,
  minDay,
  type Day,
  type Period,
  type Weekday,
} from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";

export interface PeriodicityTick {
  inscriptionId: number;
  unitId: number;
  weekday: Weekday;
}

/** Weekdays × units, over a cycle of 1 to 4 weeks, from a first to a last day (both included). */
export interface Periodicity {
  from: Day;
  to: Day;
  weeks: readonly (readonly PeriodicityTick[])[];
}

export type PeriodicityRefusal =
  | "endBeforeStart"
  | "emptyPeriodicity"
  | "cycleOutOfRange"
  | "periodTooLong"
  | "unknownUnit"
  | "overlap"
  | "outsideYear";

const MAX_DAYS = 400;
const MAX_WEEKS = 4;

/** A periodicity fit to be applied, or why not. Ticking nothing is fine where something is emptied. */
export function checkPeriodicity(
  context: BookingContext,
  p: Periodicity,
  emptied: readonly number[],
): Result<Periodicity, PeriodicityRefusal> {
  if (p.to < p.from) return refused("endBeforeStart");
  if (daysBetween(p.from, p.to) >= MAX_DAYS) return refused("periodTooLong");
  if (p.weeks.length < 1 || p.weeks.length > MAX_WEEKS) return refused("cycleOutOfRange");
  const index = bookingIndex(context);
  const ticks = p.weeks.flat();
  const known =
    emptied.every((id) => index.has(id)) &&
    ticks.every((tick) => index.get(tick.inscriptionId)?.units.has(tick.unitId));
  if (!known) return refused("unknownUnit");
  if (ticks.length === 0 && emptied.length === 0) return refused("emptyPeriodicity");
  if (p.weeks.some((week) => hasOverlap(context, week))) return refused("overlap");
  return reachesYear(context, p) ? done(p) : refused("outsideYear");
}

function hasOverlap(context: BookingContext, week: readonly PeriodicityTick[]): boolean {
  const index = bookingIndex(context);
  return week.some(({ inscriptionId, unitId, weekday }) => {
    const rivals = index.get(inscriptionId)?.units.get(unitId)?.rivals ?? [];
    return week.some(
      (other) =>
        other.inscriptionId === inscriptionId &&
        other.weekday === weekday &&
        rivals.some((rival) => rival.id === other.unitId),
    );
  });
}

/** A period may stick out of the year (inscriptions bound it anyway), but not lie beside it. */
function reachesYear({ schoolYear, inscriptions }: BookingContext, p: Period): boolean {
  return [schoolYear, ...inscriptions].some((span) => intersect(span, p) !== null);
}

/**
 * From the first day, today or later, that a chosen inscription may still change, to the latest end
 * of the chosen inscriptions. Null where nothing may change any more.
 */
export function defaultPeriod(
  context: BookingContext,
  inscriptionIds: readonly number[],
): Period | null {
  const rules = chosen(context, inscriptionIds);
  const starts = rules.flatMap((its) => firstChangeable(context, its) ?? []);
  if (starts.length === 0) return null;
  return {
    from: starts.reduce(minDay),
    to: rules.map(({ inscription }) => inscription.to).reduce(maxDay),
  };
}

function firstChangeable(context: BookingContext, rules: InscriptionRules): Day | undefined {
  const today = dayOf(context.now);
  return rules.days.find(
    ({ day }) =>
      day >= today &&
      rules.inscription.units.some((unit) => {
        const cell = { inscriptionId: rules.inscription.id, unitId: unit.id, day };
        const change = comes(baseOf(context, keyOf(cell))) ? "remove" : "add";
        return refusalOf(context, cell, change) === null;
      }),
  )?.day;
}

/**
 * The week of the cycle, from 0, of a day. Week 0 is the calendar week (Monday to Sunday) that holds
 * the period's first day; weeks count on through holidays, never by the parity of their number.
 */
export function cycleWeekOf(p: Periodicity, d: Day): 0 | 1 | 2 | 3 {
  return weekOfCycle(weekNumber(d) - weekNumber(p.from), p.weeks.length) as 0 | 1 | 2 | 3;
}

/** The place, from 0, in a cycle of so many weeks; before its start too. */
export function weekOfCycle(weeksSinceStart: number, length: number): number {
  return ((weeksSinceStart % length) + length) % length;
}
