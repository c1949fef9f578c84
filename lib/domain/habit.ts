import { weekNumber } from "@/lib/domain/booking/rules";
import { weekdayOf, type Day } from "@/lib/domain/day";
import { weekOfCycle, type PeriodicityTick } from "@/lib/domain/periodicity";

/** One day on which a child could have a unit, and whether it was taken. */
export interface Observation {
  childId: number;
  inscriptionId: number;
  unitId: number;
  day: Day;
  taken: boolean;
}

interface Slot {
  week: number;
  tick: PeriodicityTick;
  /** Oldest first. */
  taken: boolean[];
}

interface Fit {
  weeks: PeriodicityTick[][];
  /** Days on which the rule and the child disagree. */
  missed: number;
}

/** A habit that changed is the new one after as many weeks. */
const LEAST_WEEKS = 4;
/** So many weeks are a habit whatever came before; fewer are one where something regular did. */
const SURE_WEEKS = 8;
/** A longer cycle always fits better: it must have been seen several times… */
const TURNS_SEEN = 3;
/** …and explain more than it complicates. */
const PRICE_OF_A_WEEK = 0.5;
/** Of the days that the rule or the child names, those that both do. */
const LEAST_AGREEMENT = 0.9;
/** A weekday is kept, or it is not: between a quarter and three quarters of the weeks it is neither. */
const KEPT = 0.75;

/**
 * The cycle that a child follows, in its week of `origin` first: the rule of the longest run of weeks up
 * to the last one that is nearly without exception. Null where there is none.
 *
 * @param observations of one child.
 */
export function habitOf(
  observations: readonly Observation[],
  origin: number,
): PeriodicityTick[][] | null {
  const weeks = weeksOf(observations);
  for (let length = weeks.length; length >= LEAST_WEEKS; length -= 1) {
    const first = weeks.at(-length) ?? 0;
    const fit = bestFit(
      observations.filter(({ day }) => weekNumber(day) >= first),
      length,
      origin,
    );
    if (!fit) continue;
    const before = observations.filter(({ day }) => weekNumber(day) < first);
    if (length >= SURE_WEEKS || wasRegular(before, origin)) return fit.weeks;
  }
  return null;
}

/** The weeks of which something was seen, in order. */
export function weeksOf(observations: readonly Observation[]): number[] {
  return [...new Set(observations.map(({ day }) => weekNumber(day)))].sort((a, b) => a - b);
}

/** Weeks too few to say anything do not deny it. */
function wasRegular(before: readonly Observation[], origin: number): boolean {
  const weeks = weeksOf(before);
  if (weeks.length < LEAST_WEEKS) return true;
  const first = weeks.at(-LEAST_WEEKS) ?? 0;
  const last = before.filter(({ day }) => weekNumber(day) >= first);
  return bestFit(last, LEAST_WEEKS, origin) !== null || habitOf(before, origin) !== null;
}

function bestFit(
  observations: readonly Observation[],
  weeksSeen: number,
  origin: number,
): Fit | null {
  let best: Fit | null = null;
  const price = (one: Fit) => one.missed + PRICE_OF_A_WEEK * one.weeks.length;
  for (const length of [1, 2, 3, 4]) {
    if (length > 1 && weeksSeen < TURNS_SEEN * length) continue;
    const fit = fitOf(slotsOf(observations, origin, length), length);
    if (fit && (!best || price(fit) < price(best))) best = fit;
  }
  return best;
}

function slotsOf(observations: readonly Observation[], origin: number, length: number): Slot[] {
  const slots = new Map<string, Slot>();
  for (const { inscriptionId, unitId, day, taken } of observations) {
    const tick = { inscriptionId, unitId, weekday: weekdayOf(day) };
    const week = weekOfCycle(weekNumber(day) - origin, length);
    const key = `${week}|${inscriptionId}|${unitId}|${tick.weekday}`;
    const slot = slots.get(key) ?? { week, tick, taken: [] };
    slot.taken.push(taken);
    slots.set(key, slot);
  }
  return [...slots.values()];
}

/** The rule of a cycle, or null where a weekday is neither kept nor free, or the rule names what is not. */
function fitOf(slots: readonly Slot[], length: number): Fit | null {
  const fit: Fit = { weeks: Array.from({ length }, () => []), missed: 0 };
  let met = 0;
  for (const { week, tick, taken } of slots) {
    const times = taken.filter((one) => one).length;
    const isKept = times >= KEPT * taken.length;
    if (!isKept && times > (1 - KEPT) * taken.length) return null;
    if (hasTurned(taken, isKept, length)) return null;
    if (isKept) fit.weeks[week]?.push(tick);
    fit.missed += isKept ? taken.length - times : times;
    met += isKept ? times : 0;
  }
  return met > 0 && met >= LEAST_AGREEMENT * (met + fit.missed) ? fit : null;
}

/** The last times were all otherwise: the habit is another one by now. */
function hasTurned(taken: readonly boolean[], isKept: boolean, length: number): boolean {
  const last = taken.slice(length === 1 ? -3 : -2);
  return last.every((one) => one !== isKept);
}
