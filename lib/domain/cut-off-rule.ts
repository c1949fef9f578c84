import type { ClosingPeriod, CutOffRule, DatedRule, SchoolWeekday, Skip } from "./cut-off";
import { parseDay, parseTimeOfDay, type Weekday } from "./day";

const MAX_DAYS_BEFORE = 365;
const MAX_HOURS_BEFORE = 24 * 31;
const SKIPS: Readonly<Record<Skip, true>> = {
  none: true,
  weekends: true,
  sundaysAndHolidays: true,
  weekendsAndHolidays: true,
  notSchoolDays: true,
};

/** The rule stored as JSON, checked; null for anything else. Unknown keys are dropped. */
export function parseCutOffRule(json: unknown): CutOffRule | null {
  if (!isObject(json)) return null;
  if (json["kind"] !== "periodDates") return parseDatedRule(json);
  const { kind, periods, at } = json;
  const otherwise = parseDatedRule(json["otherwise"]);
  if (otherwise === null || !isTime(at) || !Array.isArray(periods)) return null;
  const read = periods.map(parsePeriod);
  return read.every((period) => period !== null) && areApart(read)
    ? { kind, periods: read, at, otherwise }
    : null;
}

function parseDatedRule(json: unknown): DatedRule | null {
  if (!isObject(json)) return null;
  const { kind, days, hours, skip, weekday, weeks, dayOfMonth, at } = json;
  if (kind === "none") return { kind };
  if (kind === "hoursBefore") return isWhole(hours, 0, MAX_HOURS_BEFORE) ? { kind, hours } : null;
  if (!isTime(at)) return null;
  switch (kind) {
    case "daysBefore":
      return isWhole(days, 0, MAX_DAYS_BEFORE) && isSkip(skip) ? { kind, days, skip, at } : null;
    case "weekdayBefore":
      return isWeekday(weekday) ? { kind, weekday, at } : null;
    case "schoolWeekdayBefore":
      return isSchoolWeekday(weekday) ? { kind, weekday, at } : null;
    case "weekdayOfWeekBefore":
      return isWeekday(weekday) && (weeks === 1 || weeks === 2)
        ? { kind, weekday, weeks, at }
        : null;
    case "dayOfPreviousMonth":
      return isWhole(dayOfMonth, 1, 31) ? { kind, dayOfMonth, at } : null;
  }
  return null;
}

/** A period closes before it is over. */
function parsePeriod(json: unknown): ClosingPeriod | null {
  if (!isObject(json)) return null;
  const [from, to, until] = ["from", "to", "until"].map((key) => parseDay(String(json[key])));
  if (!from || !to || !until) return null;
  return from <= to && until <= to ? { from, to, until } : null;
}

/** A day has one cut-off. */
function areApart(periods: readonly ClosingPeriod[]): boolean {
  return periods.every((a, i) => periods.slice(i + 1).every((b) => a.to < b.from || b.to < a.from));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isTime(value: unknown): value is string {
  return typeof value === "string" && parseTimeOfDay(value) !== null;
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function isWeekday(value: unknown): value is Weekday {
  return isWhole(value, 1, 7);
}

function isSchoolWeekday(value: unknown): value is SchoolWeekday {
  return isWhole(value, 1, 5);
}

function isSkip(value: unknown): value is Skip {
  return typeof value === "string" && Object.hasOwn(SKIPS, value);
}
