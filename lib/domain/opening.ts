import { kindOfDay, kindWithoutHolidays, type Calendar, type DayKind } from "./calendar";
import { weekdayOf, type Day, type Weekday } from "./day";

/** A group opens a unit on weekdays × kinds of day, from a first to a last day (both included). */
export interface OpeningRule {
  readonly unitId: number;
  readonly weekdays: readonly Weekday[];
  readonly dayKinds: readonly DayKind[];
  readonly from: Day;
  readonly to: Day;
}

/** A dated closure or exceptional opening laid over the rules; for one unit or for every one. */
export interface OpeningException {
  readonly unitId: number | "every";
  readonly day: Day;
  readonly open: boolean;
  readonly reason: string;
}

/**
 * never: nobody expects the unit that day (another weekday, outside the group's dates).
 * closed: it would be open but for the reason, which families read ("Vacances de Noël").
 */
export type Opening =
  | { readonly open: true }
  | { readonly open: false; readonly why: "never" }
  | { readonly open: false; readonly why: "closed"; readonly reason: string };

const OPEN: Opening = { open: true };
const NEVER: Opening = { open: false, why: "never" };

/** An exception for the unit prevails over one for every unit; a closure closes open days only. */
export function openingOf(
  d: Day,
  unitId: number,
  rules: readonly OpeningRule[],
  exceptions: readonly OpeningException[],
  calendar: Calendar,
): Opening {
  const exception = exceptionOf(d, unitId, exceptions);
  if (exception?.open === true) return OPEN;
  const usual = usualOpening(d, unitId, rules, calendar);
  return exception !== undefined && usual.open
    ? { open: false, why: "closed", reason: exception.reason }
    : usual;
}

function exceptionOf(
  d: Day,
  unitId: number,
  exceptions: readonly OpeningException[],
): OpeningException | undefined {
  let general: OpeningException | undefined;
  for (const exception of exceptions) {
    if (exception.day !== d) continue;
    if (exception.unitId === unitId) return exception;
    if (exception.unitId === "every") general ??= exception;
  }
  return general;
}

function usualOpening(
  d: Day,
  unitId: number,
  rules: readonly OpeningRule[],
  calendar: Calendar,
): Opening {
  const weekday = weekdayOf(d);
  const kinds: DayKind[] = [];
  for (const r of rules)
    if (r.unitId === unitId && d >= r.from && d <= r.to && r.weekdays.includes(weekday))
      kinds.push(...r.dayKinds);
  if (kinds.length === 0) return NEVER;
  const { kind, name } = kindOfDay(d, calendar);
  if (kinds.includes(kind)) return OPEN;
  if (name === null || !expected(d, kinds, calendar)) return NEVER;
  return { open: false, why: "closed", reason: name };
}

/** False where no holiday explains the closure: 11 November in term, for a centre of the breaks. */
function expected(d: Day, kinds: readonly DayKind[], calendar: Calendar): boolean {
  const ordinary = kindWithoutHolidays(d, calendar);
  return ordinary.kind === "schoolBreak" || kinds.includes(ordinary.kind);
}
