import fc from "fast-check";
import type { Calendar, SchoolYearDates } from "@/lib/domain/calendar";
import type { CutOffRule, DatedRule, SchoolWeekday, Skip } from "@/lib/domain/cut-off";
import {
  day,
  instant,
  moment,
  type Day,
  type Instant,
  type Moment,
  type Period,
  type TimeOfDay,
  type Weekday,
} from "@/lib/domain/day";

const MS_PER_DAY = 86_400_000;

/** Days by JavaScript's own calendar, so that they owe nothing to the arithmetic under test. */
export function dayByDate(year: number, month: number, date: number): Day {
  return day(new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10));
}

function later(d: Day, days: number): Day {
  return day(new Date(Date.parse(d) + days * MS_PER_DAY).toISOString().slice(0, 10));
}

export function anyDay(from = "2000-01-01", to = "2100-12-31"): fc.Arbitrary<Day> {
  const span = (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;
  return fc.integer({ min: 0, max: span }).map((n) => later(day(from), n));
}

export const anyWeekday: fc.Arbitrary<Weekday> = fc.constantFrom(1, 2, 3, 4, 5, 6, 7);

export const anyTimeOfDay: fc.Arbitrary<TimeOfDay> = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`);

export function anyMoment(from?: string, to?: string): fc.Arbitrary<Moment> {
  return fc.tuple(anyDay(from, to), anyTimeOfDay).map(([d, at]) => moment(`${d}T${at}`));
}

/** Whole milliseconds. */
export function anyInstant(from = "2000-01-01", to = "2100-12-31"): fc.Arbitrary<Instant> {
  return fc
    .integer({ min: Date.parse(from), max: Date.parse(to) })
    .map((ms) => instant(new Date(ms).toISOString()));
}

/** Of one day at least. */
export function anyPeriod(maxDays = 400, from?: string, to?: string): fc.Arbitrary<Period> {
  return fc
    .tuple(anyDay(from, to), fc.integer({ min: 0, max: maxDays - 1 }))
    .map(([first, n]) => ({ from: first, to: later(first, n) }));
}

export const anySkip: fc.Arbitrary<Skip> = fc.constantFrom(
  "none",
  "weekends",
  "sundaysAndHolidays",
  "weekendsAndHolidays",
  "notSchoolDays",
);

const anyDatedRule: fc.Arbitrary<DatedRule> = fc.oneof(
  fc.record({ kind: fc.constant("none" as const) }),
  fc.record({
    kind: fc.constant("daysBefore" as const),
    days: fc.integer({ min: 0, max: 30 }),
    skip: anySkip,
    at: anyTimeOfDay,
  }),
  fc.record({ kind: fc.constant("hoursBefore" as const), hours: fc.integer({ min: 0, max: 72 }) }),
  fc.record({
    kind: fc.constant("weekdayBefore" as const),
    weekday: anyWeekday,
    at: anyTimeOfDay,
  }),
  fc.record({
    kind: fc.constant("schoolWeekdayBefore" as const),
    weekday: fc.constantFrom<SchoolWeekday>(1, 2, 3, 4, 5),
    at: anyTimeOfDay,
  }),
  fc.record({
    kind: fc.constant("weekdayOfWeekBefore" as const),
    weekday: anyWeekday,
    weeks: fc.constantFrom(1 as const, 2 as const),
    at: anyTimeOfDay,
  }),
  fc.record({
    kind: fc.constant("dayOfPreviousMonth" as const),
    dayOfMonth: fc.integer({ min: 1, max: 31 }),
    at: anyTimeOfDay,
  }),
);

/** Two breaks of the manual's year, each with a date of its own. */
const anyPeriodDates: fc.Arbitrary<CutOffRule> = fc
  .tuple(anyDatedRule, anyTimeOfDay, fc.nat({ max: 30 }), fc.nat({ max: 30 }))
  .map(([otherwise, at, before, earlier]) => ({
    kind: "periodDates" as const,
    at,
    otherwise,
    periods: [
      { from: day("2025-12-20"), to: day("2026-01-04"), until: later(day("2025-12-15"), -before) },
      { from: day("2026-10-17"), to: day("2026-11-01"), until: later(day("2026-10-12"), -earlier) },
    ],
  }));

/** Every kind, with the figures that towns use. */
export const anyCutOffRule: fc.Arbitrary<CutOffRule> = fc.oneof(
  { weight: 6, arbitrary: anyDatedRule },
  { weight: 1, arbitrary: anyPeriodDates },
);

const BREAK_NAMES = [
  "Vacances de la Toussaint",
  "Vacances de Noël",
  "Vacances d'hiver",
  "Vacances de printemps",
];

/** A year with the shape of a real one: four breaks apart, of one to sixteen days. */
export function anySchoolYear(firstYear: number): fc.Arbitrary<SchoolYearDates> {
  const breaks = fc.tuple(
    ...BREAK_NAMES.map((name, index) =>
      fc
        .tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 15 }))
        .map(([shift, length]) => {
          const firstFreeDay = later(dayByDate(firstYear, 10, 10), index * 60 + shift);
          return { name, firstFreeDay, lastFreeDay: later(firstFreeDay, length) };
        }),
    ),
  );
  return fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), breaks)
    .map(([start, end, some]) => ({
      name: `${firstYear}-${firstYear + 1}`,
      firstSchoolDay: later(dayByDate(firstYear, 8, 28), start),
      lastSchoolDay: later(dayByDate(firstYear + 1, 6, 28), end),
      breaks: some,
    }));
}

/** Consecutive school years. */
export function anyCalendar(firstYear = 2025, years = 2): fc.Arbitrary<Calendar> {
  return fc
    .tuple(...Array.from({ length: years }, (_, n) => anySchoolYear(firstYear + n)))
    .map((some) => ({ years: some }));
}
