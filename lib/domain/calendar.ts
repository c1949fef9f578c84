import { weekdayOf, type Day } from "./day";
import { typographic } from "./day-words";
import { publicHolidayName, type Territory } from "./public-holidays";

/** One kind a day, in this precedence. */
export type DayKind = "publicHoliday" | "weekend" | "schoolBreak" | "schoolDay";

/** Both days are free of school; classes resume the day after the last. */
export interface SchoolBreakDates {
  readonly name: string;
  readonly firstFreeDay: Day;
  readonly lastFreeDay: Day;
}

export interface SchoolYearDates {
  /** "2026-2027". */
  readonly name: string;
  readonly firstSchoolDay: Day;
  readonly lastSchoolDay: Day;
  readonly breaks: readonly SchoolBreakDates[];
}

/** School years in order. What lies between two, before the first and after the last, is summer. */
export interface Calendar {
  readonly years: readonly SchoolYearDates[];
  /** Whose local public holidays the town keeps; "none" where it says nothing. */
  readonly localHolidays?: Territory;
}

/** `name`: "Armistice 1918", "Vacances de Noël"; null for weekends and school days. */
export interface KindOfDay {
  readonly kind: DayKind;
  readonly name: string | null;
}

export const SUMMER_NAME = "Vacances d’été";

const WEEKEND: KindOfDay = { kind: "weekend", name: null };
const SCHOOL_DAY: KindOfDay = { kind: "schoolDay", name: null };
const SUMMER: KindOfDay = { kind: "schoolBreak", name: SUMMER_NAME };

export function kindOfDay(d: Day, calendar: Calendar): KindOfDay {
  const holiday = publicHolidayName(d, calendar.localHolidays);
  return holiday === null
    ? kindWithoutHolidays(d, calendar)
    : { kind: "publicHoliday", name: holiday };
}

/** The kind that the day would be of, were it no public holiday. */
export function kindWithoutHolidays(d: Day, calendar: Calendar): KindOfDay {
  if (weekdayOf(d) >= 6) return WEEKEND;
  const year = calendar.years.find((y) => d >= y.firstSchoolDay && d <= y.lastSchoolDay);
  if (year === undefined) return SUMMER;
  const found = year.breaks.find((b) => d >= b.firstFreeDay && d <= b.lastFreeDay);
  return found === undefined ? SCHOOL_DAY : { kind: "schoolBreak", name: typographic(found.name) };
}
