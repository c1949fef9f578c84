import { kindOfDay, type Calendar } from "./calendar";
import {
  addDays,
  addMinutes,
  addMonths,
  dayOf,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  minDay,
  momentAt,
  mondayOf,
  weekdayOf,
  type Day,
  type Moment,
  type TimeOfDay,
  type Weekday,
} from "./day";

/**
 * The days that a count of days before passes over. `sundaysAndHolidays`: working days, Monday to
 * Saturday (jours ouvrables). `notSchoolDays`: all but school days. It is the town's calendar that is
 * counted, never a group's own closures: what is announced later moves nobody's cut-off.
 */
export type Skip =
  "none" | "weekends" | "sundaysAndHolidays" | "weekendsAndHolidays" | "notSchoolDays";

/** Until when a day may change, up to and including the minute `at`. The moment never moves. */
export type CutOffRule = DatedRule | PeriodDatesRule;

/** Days, first and last included, that close together on the last day on which they may change. */
export interface ClosingPeriod {
  readonly from: Day;
  readonly to: Day;
  readonly until: Day;
}

/** One date for a whole break, until `at`; days of none of the periods follow the other rule. */
export interface PeriodDatesRule {
  readonly kind: "periodDates";
  readonly periods: readonly ClosingPeriod[];
  readonly at: TimeOfDay;
  readonly otherwise: DatedRule;
}

/** What a day alone is enough to say. */
export type DatedRule =
  | { readonly kind: "none" }
  | {
      readonly kind: "daysBefore";
      readonly days: number;
      readonly skip: Skip;
      readonly at: TimeOfDay;
    }
  /** Before the hour at which the unit begins; before midnight where the town gives it none. */
  | { readonly kind: "hoursBefore"; readonly hours: number }
  /** The last such weekday strictly before the day. */
  | { readonly kind: "weekdayBefore"; readonly weekday: Weekday; readonly at: TimeOfDay }
  /** The last such weekday strictly before the day that is a school day. */
  | {
      readonly kind: "schoolWeekdayBefore";
      readonly weekday: SchoolWeekday;
      readonly at: TimeOfDay;
    }
  /** That weekday in the week (Monday to Sunday) before the day's week, or the one before that. */
  | {
      readonly kind: "weekdayOfWeekBefore";
      readonly weekday: Weekday;
      readonly weeks: 1 | 2;
      readonly at: TimeOfDay;
    }
  /** Clamped to the end of that month. */
  | { readonly kind: "dayOfPreviousMonth"; readonly dayOfMonth: number; readonly at: TimeOfDay };

export type SchoolWeekday = Exclude<Weekday, 6 | 7>;

/** No summer is longer: a day without school that is farther from the term before is not known. */
const LONGEST_SUMMER = 100;
const MIDNIGHT: TimeOfDay = "00:00";

/**
 * Last moment at which `d` may still change, Paris wall time; null where the rule has no limit.
 *
 * @param beginsAt the hour of the unit, where the town gives it one.
 */
export function cutOffMoment(
  d: Day,
  rule: CutOffRule,
  calendar: Calendar,
  beginsAt: TimeOfDay | null,
): Moment | null {
  switch (rule.kind) {
    case "none":
      return null;
    case "daysBefore":
      return momentAt(countBack(d, rule.days, isSkipped[rule.skip], calendar), rule.at);
    case "hoursBefore":
      return addMinutes(momentAt(d, beginsAt ?? MIDNIGHT), -60 * rule.hours);
    case "weekdayBefore":
      return momentAt(lastWeekday(d, rule.weekday), rule.at);
    case "schoolWeekdayBefore": {
      const other = (x: Day) => weekdayOf(x) !== rule.weekday || hasNoSchool(x, calendar);
      return momentAt(countBack(d, 1, other, calendar), rule.at);
    }
    case "weekdayOfWeekBefore":
      return momentAt(addDays(mondayOf(d), rule.weekday - 1 - 7 * rule.weeks), rule.at);
    case "dayOfPreviousMonth": {
      const first = addMonths(firstOfMonth(d), -1);
      return momentAt(minDay(addDays(first, rule.dayOfMonth - 1), lastOfMonth(first)), rule.at);
    }
    case "periodDates": {
      const period = rule.periods.find(({ from, to }) => from <= d && d <= to);
      return period
        ? momentAt(period.until, rule.at)
        : cutOffMoment(d, rule.otherwise, calendar, beginsAt);
    }
  }
}

/** Allowed up to and including the cut-off's minute; a past day never changes, under any rule. */
export function mayStillChange(
  d: Day,
  rule: CutOffRule,
  calendar: Calendar,
  beginsAt: TimeOfDay | null,
  now: Moment,
): boolean {
  if (d < dayOf(now)) return false;
  const last = cutOffMoment(d, rule, calendar, beginsAt);
  return last === null || now <= last;
}

function lastWeekday(d: Day, weekday: Weekday): Day {
  return addDays(d, -((weekdayOf(d) - weekday + 7) % 7 || 7));
}

const isSkipped: Readonly<Record<Skip, (d: Day, calendar: Calendar) => boolean>> = {
  none: () => false,
  weekends: (d) => weekdayOf(d) >= 6,
  sundaysAndHolidays: (d, calendar) => weekdayOf(d) === 7 || isHoliday(d, calendar),
  weekendsAndHolidays: (d, calendar) => weekdayOf(d) >= 6 || isHoliday(d, calendar),
  notSchoolDays: hasNoSchool,
};

function isHoliday(d: Day, calendar: Calendar): boolean {
  return kindOfDay(d, calendar).kind === "publicHoliday";
}

/**
 * Where the calendar does not reach (before its first year, between two that do not follow each other),
 * every weekday but a public holiday is taken for a school day: a count never falls through a hole.
 */
function hasNoSchool(d: Day, calendar: Calendar): boolean {
  const { kind } = kindOfDay(d, calendar);
  return kind === "schoolBreak" ? isWithinReach(d, calendar) : kind !== "schoolDay";
}

function isWithinReach(d: Day, { years }: Calendar): boolean {
  return years.some(
    ({ firstSchoolDay, lastSchoolDay }) =>
      firstSchoolDay <= d && daysBetween(lastSchoolDay, d) <= LONGEST_SUMMER,
  );
}

/** The day reached after n counted days backwards: never a skipped one, but for n = 0. */
function countBack(
  d: Day,
  n: number,
  skipped: (d: Day, calendar: Calendar) => boolean,
  calendar: Calendar,
): Day {
  let reached = d;
  for (let left = n; left > 0; left -= 1) {
    do reached = addDays(reached, -1);
    while (skipped(reached, calendar));
  }
  return reached;
}
