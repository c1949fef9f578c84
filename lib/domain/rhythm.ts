import type { BookingContext } from "@/lib/domain/booking/context";
import { weekNumber, type InscriptionRules, type UnitRules } from "@/lib/domain/booking/rules";
import { chosen } from "@/lib/domain/booking/wishes";
import { kindOfDay } from "@/lib/domain/calendar";
import { addDays, dayOf, eachDay, maxDay, minDay, weekdayOf, type Day } from "@/lib/domain/day";
import { defaultPeriod, weekOfCycle, type PeriodicityTick } from "@/lib/domain/periodicity";

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

/** One day on which a unit could be had, and whether the family had it. */
interface Observation {
  inscriptionId: number;
  unitId: number;
  day: Day;
  taken: boolean;
}

interface Fit {
  weeks: PeriodicityTick[][];
  /** Days on which the rule and the family disagree. */
  missed: number;
  /** Days of the rule that the family did take. */
  met: number;
}

/** Two terms: long enough to see a cycle of four weeks, short enough to be today's habits. */
const MAX_WEEKS = 16;
const MAX_WEEKS_BACK = 40;
const MIN_WEEKS = 4;
/** A longer cycle always fits better: it must have been seen several times… */
const TURNS_SEEN = 3;
/** …and explain more than it complicates. */
const PRICE_OF_A_WEEK = 0.5;
/** Under this share of days in common, the family has no rhythm. */
const LEAST_AGREEMENT = 0.7;

/**
 * What the family usually reserves, read from this school year's reservations or, failing that, last
 * year's, and carried over to the chosen inscriptions of the same children that have the same units.
 * Null without at least four weeks of it, or where the days follow no rule.
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
  const read = (days: readonly PastReservation[]) =>
    bestFit(lastWeeks(observe(days, context, chosen(context, inscriptionIds))), origin);
  const today = dayOf(context.now);
  const thisYear = read(past.filter(({ day }) => start <= day && day < today));
  if (thisYear) return { weeks: thisYear, basis: "lastWeeks" };
  const before = read(past.filter(({ day }) => day < start && day < today));
  return before ? { weeks: before, basis: "lastYear" } : null;
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
  const inscriptionId = rules.inscription.id;
  return eachDay({ from, to: last }).flatMap((day) =>
    [...rules.units].flatMap(([unitId, unit]) => {
      const isTaken = taken.has(`${unitId}|${day}`);
      const counts = isTaken || couldBeHad(day, context, rules, unit);
      return counts ? [{ inscriptionId, unitId, day, taken: isTaken }] : [];
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
  const weeks = [...new Set(observations.map(({ day }) => weekNumber(day)))].sort((a, b) => a - b);
  const first = weeks.at(-MAX_WEEKS) ?? weeks[0] ?? 0;
  return observations.filter(({ day }) => weekNumber(day) >= first);
}

function bestFit(observations: readonly Observation[], origin: number): PeriodicityTick[][] | null {
  const weeksSeen = new Set(observations.map(({ day }) => weekNumber(day))).size;
  let best: { weeks: PeriodicityTick[][]; price: number } | null = null;
  for (const length of [1, 2, 3, 4]) {
    if (weeksSeen < (length === 1 ? MIN_WEEKS : TURNS_SEEN * length)) continue;
    const { weeks, missed, met } = fit(observations, origin, length);
    if (met === 0 || met < LEAST_AGREEMENT * (met + missed)) continue;
    const price = missed + PRICE_OF_A_WEEK * length;
    if (!best || price < best.price) best = { weeks, price };
  }
  return best?.weeks ?? null;
}

/** The weeks of a cycle in which a unit is ticked where it was taken more often than not. */
function fit(observations: readonly Observation[], origin: number, length: number): Fit {
  const slots = new Map<string, { week: number; tick: PeriodicityTick; days: Observation[] }>();
  for (const seen of observations) {
    const { inscriptionId, unitId, day } = seen;
    const tick = { inscriptionId, unitId, weekday: weekdayOf(day) };
    const week = weekOfCycle(weekNumber(day) - origin, length);
    const key = `${week}|${inscriptionId}|${unitId}|${tick.weekday}`;
    const slot = slots.get(key) ?? { week, tick, days: [] };
    slot.days.push(seen);
    slots.set(key, slot);
  }
  const result: Fit = { weeks: Array.from({ length }, () => []), missed: 0, met: 0 };
  for (const { week, tick, days } of slots.values()) {
    const taken = days.filter((seen) => seen.taken).length;
    const usual = 2 * taken > days.length;
    if (usual) result.weeks[week]?.push(tick);
    result.missed += usual ? days.length - taken : taken;
    result.met += usual ? taken : 0;
  }
  return result;
}
