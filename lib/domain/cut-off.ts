import { kindOfDay, type Calendar } from "./calendar";
import {
  addDays,
  addMonths,
  dayOf,
  firstOfMonth,
  lastOfMonth,
  minDay,
  momentAt,
  mondayOf,
  parseTimeOfDay,
  weekdayOf,
  type Day,
  type Moment,
  type TimeOfDay,
  type Weekday,
} from "./day";
import { formatTime, weekdayName } from "./day-words";

/** The days that a count of days before passes over. `closedDays`: those that are not open. */
export type Skip = "none" | "weekends" | "weekendsAndHolidays" | "closedDays";

/** Until when a day may change, up to and including the minute `at`. The moment never moves. */
export type CutOffRule =
  | { readonly kind: "none" }
  | {
      readonly kind: "daysBefore";
      readonly days: number;
      readonly skip: Skip;
      readonly at: TimeOfDay;
    }
  /** The last such weekday strictly before the day. */
  | { readonly kind: "weekdayBefore"; readonly weekday: Weekday; readonly at: TimeOfDay }
  /** That weekday in the week (Monday to Sunday) before the day's week, or the one before that. */
  | {
      readonly kind: "weekdayOfWeekBefore";
      readonly weekday: Weekday;
      readonly weeks: 1 | 2;
      readonly at: TimeOfDay;
    }
  /** Clamped to the end of that month. */
  | { readonly kind: "dayOfPreviousMonth"; readonly dayOfMonth: number; readonly at: TimeOfDay };

const MAX_DAYS_BEFORE = 365;
/** A group that never opens must not be looked for for ever. */
const MAX_DAYS_BACK = 800;

/** Last moment at which `d` may still change, Paris wall time; null where the rule has no limit. */
export function cutOffMoment(
  d: Day,
  rule: CutOffRule,
  isOpen: (d: Day) => boolean,
  calendar: Calendar,
): Moment | null {
  switch (rule.kind) {
    case "none":
      return null;
    case "daysBefore": {
      const skipped = skippedDays(rule.skip, isOpen, calendar);
      return momentAt(countBack(d, rule.days, skipped), rule.at);
    }
    case "weekdayBefore":
      return momentAt(addDays(d, -((weekdayOf(d) - rule.weekday + 7) % 7 || 7)), rule.at);
    case "weekdayOfWeekBefore":
      return momentAt(addDays(mondayOf(d), rule.weekday - 1 - 7 * rule.weeks), rule.at);
    case "dayOfPreviousMonth": {
      const first = addMonths(firstOfMonth(d), -1);
      return momentAt(minDay(addDays(first, rule.dayOfMonth - 1), lastOfMonth(first)), rule.at);
    }
  }
}

/** Allowed up to and including the cut-off's minute; a past day never changes, under any rule. */
export function mayStillChange(
  d: Day,
  rule: CutOffRule,
  isOpen: (d: Day) => boolean,
  calendar: Calendar,
  now: Moment,
): boolean {
  if (d < dayOf(now)) return false;
  const last = cutOffMoment(d, rule, isOpen, calendar);
  return last === null || now <= last;
}

function skippedDays(
  skip: Skip,
  isOpen: (d: Day) => boolean,
  calendar: Calendar,
): (d: Day) => boolean {
  switch (skip) {
    case "none":
      return () => false;
    case "weekends":
      return (d) => weekdayOf(d) >= 6;
    case "weekendsAndHolidays":
      return (d) => ["publicHoliday", "weekend"].includes(kindOfDay(d, calendar).kind);
    case "closedDays":
      return (d) => !isOpen(d);
  }
}

/** The day reached after n counted days backwards: never a skipped one, but for n = 0. */
function countBack(d: Day, n: number, skipped: (d: Day) => boolean): Day {
  let reached = d;
  let left = n;
  for (let back = 1; left > 0 && back <= MAX_DAYS_BACK; back += 1) {
    reached = addDays(d, -back);
    if (!skipped(reached)) left -= 1;
  }
  return reached;
}

/** The rule stored as JSON, checked; null for anything else. Unknown keys are dropped. */
export function parseCutOffRule(json: unknown): CutOffRule | null {
  if (typeof json !== "object" || json === null) return null;
  const { kind, days, skip, weekday, weeks, dayOfMonth, at } = json as Record<string, unknown>;
  if (kind === "none") return { kind };
  if (typeof at !== "string" || parseTimeOfDay(at) === null) return null;
  switch (kind) {
    case "daysBefore":
      return isWhole(days, 0, MAX_DAYS_BEFORE) && isSkip(skip) ? { kind, days, skip, at } : null;
    case "weekdayBefore":
      return isWeekday(weekday) ? { kind, weekday, at } : null;
    case "weekdayOfWeekBefore":
      return isWeekday(weekday) && (weeks === 1 || weeks === 2)
        ? { kind, weekday, weeks, at }
        : null;
    case "dayOfPreviousMonth":
      return isWhole(dayOfMonth, 1, 31) ? { kind, dayOfMonth, at } : null;
  }
  return null;
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function isWeekday(value: unknown): value is Weekday {
  return isWhole(value, 1, 7);
}

function isSkip(value: unknown): value is Skip {
  return typeof value === "string" && Object.hasOwn(SKIP_WORDS, value);
}

const SKIP_WORDS: Readonly<Record<Skip, string>> = {
  none: "",
  weekends: " (sans compter les week-ends)",
  weekendsAndHolidays: " (sans compter les week-ends ni les jours fériés)",
  closedDays: " (sans compter les jours de fermeture)",
};

/** "au plus tard le jeudi de la semaine précédente, 23 h 59". */
export function describeCutOff(rule: CutOffRule): string {
  return rule.kind === "none"
    ? "jusqu’au jour même"
    : `au plus tard ${limitInWords(rule)}, ${formatTime(rule.at)}${rule.kind === "daysBefore" && rule.days > 0 ? SKIP_WORDS[rule.skip] : ""}`;
}

function limitInWords(rule: Exclude<CutOffRule, { kind: "none" }>): string {
  switch (rule.kind) {
    case "daysBefore":
      if (rule.days === 0) return "le jour même";
      if (rule.days > 1) return `${rule.days} jours avant`;
      return rule.skip === "none" ? "la veille" : "un jour avant";
    case "weekdayBefore":
      return `le ${weekdayName(rule.weekday)} qui précède`;
    case "weekdayOfWeekBefore":
      return `le ${weekdayName(rule.weekday)} ${rule.weeks === 1 ? "de la semaine précédente" : "deux semaines avant"}`;
    case "dayOfPreviousMonth":
      if (rule.dayOfMonth === 31) return "le dernier jour du mois précédent";
      return `le ${rule.dayOfMonth === 1 ? "1er" : rule.dayOfMonth} du mois précédent`;
  }
}
