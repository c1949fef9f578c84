import type { BookingContext } from "@/lib/domain/booking/context";
import { weekNumber, type InscriptionRules, type UnitRules } from "@/lib/domain/booking/rules";
import { chosen } from "@/lib/domain/booking/wishes";
import { kindOfDay } from "@/lib/domain/calendar";
import { addDays, dayOf, eachDay, maxDay, minDay, weekdayOf, type Day } from "@/lib/domain/day";
import { grouped } from "@/lib/domain/grouped";
import { habitOf, weeksOf, type Observation } from "@/lib/domain/habit";
import { defaultPeriod, type PeriodicityTick } from "@/lib/domain/periodicity";

export interface PastReservation {
  childId: number;
  unitId: number;
  day: Day;
}

/** A family's usual weeks, as a periodicity that starts in the week of the default period. */
export interface Rhythm {
  weeks: readonly (readonly PeriodicityTick[])[];
  basis: "lastWeeks" | "lastYear";
}

/** Two terms: long enough to see a cycle of four weeks, short enough to be today's habits. */
const MAX_WEEKS = 16;
const MAX_WEEKS_BACK = 40;

/**
 * What the family usually reserves, read from this school year's reservations or, failing that, last
 * year's, and carried over to the chosen inscriptions of the same children that have the same units.
 * Each child's days are read apart. Null where no child has four weeks of a rule: rather nothing than
 * something false.
 *
 * @param past reservations of any year: the more recent ones count, those to come do not.
 */
export function usualRhythm(
  past: readonly PastReservation[],
  context: BookingContext,
  inscriptionIds: readonly number[],
): Rhythm | null {
  const start = context.schoolYear.from;
  const origin = weekNumber(defaultPeriod(context, inscriptionIds)?.from ?? dayOf(context.now));
  const its = chosen(context, inscriptionIds);
  const read = (days: readonly PastReservation[]) =>
    together(
      grouped(observe(days, context, its), ({ childId }) => childId).map(([, seen]) =>
        habitOf(lastWeeks(seen), origin),
      ),
    );
  const today = dayOf(context.now);
  const thisYear = read(past.filter(({ day }) => start <= day && day < today));
  if (thisYear) return { weeks: thisYear, basis: "lastWeeks" };
  const before = read(past.filter(({ day }) => day < start && day < today));
  return before ? { weeks: before, basis: "lastYear" } : null;
}

/** The children's cycles as one; null where none is known, or where they have no common one of 4 weeks. */
function together(cycles: readonly (PeriodicityTick[][] | null)[]): PeriodicityTick[][] | null {
  const known = cycles.filter((cycle) => cycle !== null);
  const length = [1, 2, 3, 4].find((n) => known.every((cycle) => n % cycle.length === 0));
  if (known.length === 0 || length === undefined) return null;
  return Array.from({ length }, (_, week) =>
    known.flatMap((cycle) => cycle[week % cycle.length] ?? []),
  );
}

/**
 * Every day on which a chosen unit could be had, from the first reservation of its inscription to the
 * family's last: a unit given up since then counts as not taken.
 */
function observe(
  past: readonly PastReservation[],
  context: BookingContext,
  inscriptions: readonly InscriptionRules[],
): Observation[] {
  const its = inscriptions.map((rules) => ({
    rules,
    past: past.filter(
      ({ childId, unitId }) => childId === rules.inscription.childId && rules.units.has(unitId),
    ),
  }));
  const last = its.flatMap((one) => one.past.map(({ day }) => day)).reduce(latest, null);
  return its.flatMap(({ rules, past: days }) =>
    last === null ? [] : observeInscription(days, last, context, rules),
  );
}

function latest(known: Day | null, d: Day): Day {
  return known === null ? d : maxDay(known, d);
}

function observeInscription(
  past: readonly PastReservation[],
  last: Day,
  context: BookingContext,
  rules: InscriptionRules,
): Observation[] {
  const taken = new Set(past.map(({ unitId, day }) => `${unitId}|${day}`));
  const first = past.map(({ day }) => day).reduce(minDay, last);
  const from = maxDay(first, addDays(last, -7 * MAX_WEEKS_BACK));
  const { id: inscriptionId, childId } = rules.inscription;
  return eachDay({ from, to: last }).flatMap((day) =>
    [...rules.units].flatMap(([unitId, unit]) => {
      const isTaken = taken.has(`${unitId}|${day}`);
      const counts = isTaken || couldBeHad(day, context, rules, unit);
      return counts ? [{ childId, inscriptionId, unitId, day, taken: isTaken }] : [];
    }),
  );
}

/** Before the inscription (last year), only its usual weekdays and kinds of day are known. */
function couldBeHad(
  d: Day,
  context: BookingContext,
  { inscription }: InscriptionRules,
  unit: UnitRules,
): boolean {
  if (d >= inscription.from) return unit.openingOn(d).open;
  const weekday = weekdayOf(d);
  return inscription.openings.some(
    (rule) =>
      rule.unitId === unit.unit.id &&
      rule.weekdays.includes(weekday) &&
      rule.dayKinds.includes(kindOfDay(d, context.calendar).kind),
  );
}

/** The last weeks that were open: holidays do not count. */
function lastWeeks(observations: readonly Observation[]): Observation[] {
  const weeks = weeksOf(observations);
  const first = weeks.at(-MAX_WEEKS) ?? weeks[0] ?? 0;
  return observations.filter(({ day }) => weekNumber(day) >= first);
}
