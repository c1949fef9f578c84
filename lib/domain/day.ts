import type { Brand } from "./brand";

/** A civil date that exists, `YYYY-MM-DD`, from 1900-01-01 to 2199-12-31. Compares as a string. */
export type Day = string & Brand<"Day">;
/** A wall time in Paris, `YYYY-MM-DDTHH:mm`: what the règlement speaks. Compares as a string. */
export type Moment = string & Brand<"Moment">;
/** A point in time, UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`: orders what happened. Compares as a string. */
export type Instant = string & Brand<"Instant">;
/** `HH:mm`, 00:00 to 23:59; see `parseTimeOfDay`. */
export type TimeOfDay = string;
/** ISO: 1 = lundi … 7 = dimanche. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** Both days included; empty when `to` is before `from`. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const DAYS_PER_ERA = 146_097; // 400 Gregorian years
const DAYS_TO_1970 = 719_468; // from 0000-03-01
const MINUTES_PER_DAY = 1440;
const TWO_DIGITS = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, "0"));

/** The day, or null for what is not a date (`2026-02-30`, `2026-2-3`) or is out of range. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const date = digits(text, 8, 2);
  const exists = month >= 1 && month <= 12 && date >= 1 && date <= lengthOfMonth(year, month);
  return exists && year >= FIRST_YEAR && year <= LAST_YEAR ? (text as Day) : null;
}

/** A day written in the code: throws where `parseDay` answers null. */
export function day(text: string): Day {
  return parseDay(text) ?? fail("day", text);
}

/** The time, or null for anything else than `HH:mm` between 00:00 and 23:59. */
export function parseTimeOfDay(text: string): TimeOfDay | null {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : null;
}

/** The wall time, or null. An hour skipped in March is accepted: `instantOfMoment` moves it. */
export function parseMoment(text: string): Moment | null {
  const known = parseDay(text.slice(0, 10)) !== null && parseTimeOfDay(text.slice(11)) !== null;
  return known && text.charAt(10) === "T" ? (text as Moment) : null;
}

/** A wall time written in the code: throws where `parseMoment` answers null. */
export function moment(text: string): Moment {
  return parseMoment(text) ?? fail("moment", text);
}

const ISO_INSTANT =
  /^(.{10}T\d\d:\d\d)(:[0-5]\d)?(?:(\.\d{3})\d*)?(?:Z|([+-])([01]\d|2[0-3]):?([0-5]\d))$/;

/**
 * The instant in UTC, from any ISO 8601 text with its offset (`Z`, `+00:00`, `+02:00`), or null.
 * Years 1901 to 2198, so that no time zone leads out of the years of `Day`.
 */
export function parseInstant(text: string): Instant | null {
  const [, local = "", seconds = ":00", millis = ".000", sign, hours = "0", minutes = "0"] =
    ISO_INSTANT.exec(text) ?? [];
  const wall = parseMoment(local);
  if (wall === null || wall < "1901" || wall >= "2199") return null;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return `${addMinutes(wall, -offset)}${seconds}${millis}Z` as Instant;
}

/** An instant written in the code: throws where `parseInstant` answers null. */
export function instant(text: string): Instant {
  return parseInstant(text) ?? fail("instant", text);
}

/** Throws a RangeError beyond the years of `Day`. */
export function addDays(d: Day, n: number): Day {
  return dayOfNumber(dayNumber(d) + n);
}

/** b − a: positive when b is later. */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a);
}

export function weekdayOf(d: Day): Weekday {
  return weekdayOfNumber(dayNumber(d));
}

/** The Monday of the day's week (Monday to Sunday). */
export function mondayOf(d: Day): Day {
  const number = dayNumber(d);
  return dayOfNumber(number - weekdayOfNumber(number) + 1);
}

/** Every day of the period in order; none when it ends before it starts. */
export function eachDay(period: Period): Day[] {
  const days: Day[] = [];
  const last = dayNumber(period.to);
  for (let n = dayNumber(period.from); n <= last; n += 1) days.push(dayOfNumber(n));
  return days;
}

export function minDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function maxDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The days that both periods hold, or null. */
export function intersect(a: Period, b: Period): Period | null {
  const from = maxDay(a.from, b.from);
  const to = minDay(a.to, b.to);
  return from <= to ? { from, to } : null;
}

export function yearOf(d: Day): number {
  return digits(d, 0, 4);
}

/** `YYYY-MM`. */
export function monthOf(d: Day): string {
  return d.slice(0, 7);
}

export function firstOfMonth(d: Day): Day {
  return civil(yearOf(d), digits(d, 5, 2), 1);
}

export function lastOfMonth(d: Day): Day {
  return civil(yearOf(d), digits(d, 5, 2), 31);
}

/** How old somebody born that day is on another, in full years. Born on 29 February: a year older on 1 March. */
export function ageOn(birthDate: Day, on: Day): number {
  const years = yearOf(on) - yearOf(birthDate);
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The same date n months later (or earlier), clamped to the month's end: 31 January + 1 = 28 February. */
export function addMonths(d: Day, n: number): Day {
  const months = yearOf(d) * 12 + digits(d, 5, 2) - 1 + n;
  return civil(Math.floor(months / 12), (months % 12) + 1, digits(d, 8, 2));
}

export function momentAt(d: Day, at: TimeOfDay): Moment {
  return `${d}T${at}` as Moment;
}

export function dayOf(m: Moment): Day {
  return m.slice(0, 10) as Day;
}

/**
 * The wall time in Paris, to the minute below. European Union rule, the one in force in France since
 * 1996: summer time from the last Sunday of March to the last Sunday of October, both at 01:00 UTC.
 */
export function momentOfInstant(i: Instant): Moment {
  const year = digits(i, 0, 4);
  const summer =
    i >= `${lastSunday(year, 3)}T01:00:00.000Z` && i < `${lastSunday(year, 10)}T01:00:00.000Z`;
  return addMinutes(i.slice(0, 16) as Moment, summer ? 120 : 60);
}

/**
 * The instant of a wall time in Paris. October's double hour gives its first passage; the hour that
 * March skips moves forward (02:30 is read as 03:30).
 */
export function instantOfMoment(m: Moment): Instant {
  const year = digits(m, 0, 4);
  const summer = m >= `${lastSunday(year, 3)}T03:00` && m < `${lastSunday(year, 10)}T03:00`;
  return `${addMinutes(m, summer ? -120 : -60)}:00.000Z` as Instant;
}

/** The wall time n minutes later (or earlier), as clocks that never change would show it. */
export function addMinutes(m: Moment, n: number): Moment {
  const minutes = digits(m, 11, 2) * 60 + digits(m, 14, 2) + n;
  const days = Math.floor(minutes / MINUTES_PER_DAY);
  const rest = minutes - days * MINUTES_PER_DAY;
  return momentAt(addDays(dayOf(m), days), `${two(Math.floor(rest / 60))}:${two(rest % 60)}`);
}

function lastSunday(year: number, month: number): Day {
  const last = dayNumber(civil(year, month, 31));
  return dayOfNumber(last - (weekdayOfNumber(last) % 7));
}

/** Days since 1970-01-01. Years are counted from March, so that the leap day comes last. */
function dayNumber(d: Day): number {
  const month = digits(d, 5, 2);
  const year = digits(d, 0, 4) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + digits(d, 8, 2) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + dayOfYear - DAYS_TO_1970;
}

/** The inverse of `dayNumber`. */
function dayOfNumber(n: number): Day {
  const shifted = n + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return civil(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}

function weekdayOfNumber(n: number): Weekday {
  return (((((n + 3) % 7) + 7) % 7) + 1) as Weekday; // 1970-01-01 was a Thursday
}

/** The date, clamped to the end of its month. */
function civil(year: number, month: number, date: number): Day {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) throw new RangeError(`Year ${year} out of range`);
  return `${year}-${two(month)}-${two(Math.min(date, lengthOfMonth(year, month)))}` as Day;
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function digits(text: string, at: number, length: number): number {
  let value = 0;
  for (let i = at; i < at + length; i += 1) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

function two(n: number): string {
  return TWO_DIGITS[n] ?? "";
}

function fail(what: string, text: string): never {
  throw new RangeError(`Not a ${what}: ${text}`);
}
