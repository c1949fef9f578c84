import type { Calendar } from "./calendar";
import {
  dayOf,
  daysBetween,
  eachDay,
  intersect,
  momentOfInstant,
  type Day,
  type Instant,
  type Period,
} from "./day";
import type { GroupSchedule } from "./group-schedule";
import { openingOf } from "./opening";

/** The longest period that closes at once, in days. */
export const longestClosure = 31;

/** What closes. Mirrored by ClosureTarget in the database. */
export type ClosureTarget =
  | { readonly kind: "town" }
  | { readonly kind: "establishment" | "activity" | "group"; readonly id: number };

/** Which days close, of what. */
export interface ClosureScope {
  readonly target: ClosureTarget;
  readonly unitId: number | "every";
  readonly period: Period;
}

/** A target as a form and an address write it: "town", "group:12". */
export function targetParam(target: ClosureTarget): string {
  return target.kind === "town" ? "town" : `${target.kind}:${target.id}`;
}

/** Reads one; null where it is none. */
export function parseTarget(text: string): ClosureTarget | null {
  if (text === "town") return { kind: "town" };
  const found = /^(establishment|activity|group):([1-9]\d{0,8})$/.exec(text);
  if (!found) return null;
  const [, kind, id] = found;
  return kind === "establishment" || kind === "activity" || kind === "group"
    ? { kind, id: Number(id) }
    : null;
}

/** Why these days cannot be closed as they were typed; null where they can. */
export function closurePeriodFault(
  { from, to }: Period,
  today: Day,
): "closure-reversed" | "closure-past" | "closure-too-long" | null {
  if (to < from) return "closure-reversed";
  if (from < today) return "closure-past";
  return daysBetween(from, to) >= longestClosure ? "closure-too-long" : null;
}

/** A group that may close, with what opens it. */
export interface ClosingGroup extends GroupSchedule {
  readonly id: number;
  readonly dates: Period;
}

/** A dated closure that is to be written. */
export interface ClosingException {
  readonly groupId: number;
  readonly unitId: number | "every";
  readonly day: Day;
  /** The reason of the exceptional opening that it takes the place of; null where there is none. */
  readonly openedFor: string | null;
}

/**
 * The dated closures by which nothing of the scope is open any more: none for a day on which the group is
 * closed anyway. An opening of one unit prevails over a closure of all, so it is turned into one as well.
 */
export function closingExceptions(
  groups: readonly ClosingGroup[],
  { unitId, period }: Pick<ClosureScope, "unitId" | "period">,
  calendar: Calendar,
): ClosingException[] {
  return groups.flatMap((group) => {
    const within = intersect(period, group.dates);
    const units = unitId === "every" ? unitsOf(group) : [unitId];
    const { openings, exceptions } = group;
    const isOpen = (day: Day, unit: number) =>
      openingOf(day, unit, openings, exceptions, calendar).open;
    return (within ? eachDay(within) : [])
      .filter((day) => units.some((unit) => isOpen(day, unit)))
      .flatMap((day) => closingOf(group, unitId, day));
  });
}

/** The units that the group may ever open. */
function unitsOf({ openings, exceptions }: GroupSchedule): number[] {
  const named = exceptions.flatMap(({ unitId }) => (unitId === "every" ? [] : [unitId]));
  return [...new Set([...openings.map((opening) => opening.unitId), ...named])];
}

function closingOf(
  { id: groupId, exceptions }: ClosingGroup,
  unitId: number | "every",
  day: Day,
): ClosingException[] {
  const thatDay = exceptions.filter((one) => one.day === day);
  const own = thatDay.find((one) => one.unitId === unitId);
  const openUnits = unitId === "every" ? thatDay.filter((one) => one.unitId !== "every") : [];
  const turned = openUnits
    .filter(({ open }) => open)
    .map((one) => ({ groupId, unitId: one.unitId, day, openedFor: one.reason }));
  if (own?.open === false) return turned;
  return [{ groupId, unitId, day, openedFor: own?.reason ?? null }, ...turned];
}

/** Where a closure stands on a day. */
export type ClosureState = "coming" | "running" | "past" | "reopened";

export function closureState(
  { period, reopened }: { readonly period: Period; readonly reopened: boolean },
  today: Day,
): ClosureState {
  if (reopened) return "reopened";
  if (today < period.from) return "coming";
  return today <= period.to ? "running" : "past";
}

/**
 * Whether it may still be taken back: until the end of the day on which it was declared. Families read
 * that nothing is due and make other plans; the places are not brought back over these.
 */
export function mayReopen(declaredAt: Instant, today: Day): boolean {
  return dayOf(momentOfInstant(declaredAt)) === today;
}
