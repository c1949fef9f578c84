import type { SchoolBreakDates, SchoolYearDates } from "./calendar";
import {
  addDays,
  dayOf,
  momentOfInstant,
  parseDay,
  parseInstant,
  weekdayOf,
  type Day,
  type Period,
} from "./day";
import { done, refused, type Result } from "./result";

/**
 * A row of the ministry's open data (data.education.gouv.fr, fr-en-calendrier-scolaire). Dates are
 * `YYYY-MM-DD` or instants of Paris midnights. `endDate` is the day of the return, not a free day.
 * One row per académie: a zone's dates come several times.
 */
export interface OpenDataRow {
  readonly description: string;
  /** "-" or "Élèves"; rows for "Enseignants" are not read. */
  readonly population: string;
  readonly startDate: string;
  readonly endDate: string;
  /** The académie. */
  readonly location: string;
  /** "Zone C". */
  readonly zones: string;
  /** "2026-2027". */
  readonly schoolYear: string;
}

export type ImportRefusal =
  | "no-row-for-zone"
  | "unreadable-date"
  /** A period ends before it starts, or a break lies outside its year. */
  | "inconsistent-dates"
  /** The académies of the zone do not agree, and no version has the majority. */
  | "academies-disagree"
  | "no-year-complete";

/** `start` = `end` for a marker ("Début des Vacances d'Été"). */
interface DatedRow {
  readonly name: string;
  readonly year: string;
  readonly start: Day;
  readonly end: Day;
}

/** Without these four, a year of a mainland zone is one that the ministry has only begun to publish. */
const MAINLAND_ZONES = ["a", "b", "c"];
const MAINLAND_BREAKS = ["toussaint", "noel", "hiver", "printemps"];

/**
 * The school years of a zone ("C" or "Zone C"), in order. A year is taken when its first day (end of
 * the summer before, or "Rentrée scolaire des élèves"), its summer and its breaks are known; years
 * published in part are left out.
 */
export function schoolYearsOf(
  rows: readonly OpenDataRow[],
  zone: string,
): Result<SchoolYearDates[], ImportRefusal> {
  const forPupils = rows.filter(
    (row) => zoneKey(row.zones) === zoneKey(zone) && !concernsTeachersOnly(row),
  );
  if (forPupils.length === 0) return refused("no-row-for-zone");
  const dated = forPupils.map(datedRow);
  if (!dated.every((row) => row !== null)) return refused("unreadable-date");
  if (dated.some((row) => row.end < row.start)) return refused("inconsistent-dates");
  const agreed = agreedRows(dated);
  if (agreed === null) return refused("academies-disagree");

  const years = [...new Set(agreed.map((row) => row.year))].sort();
  const complete = years
    .map((year) => schoolYear(year, agreed, zone))
    .filter((year) => year !== null);
  if (complete.length === 0) return refused("no-year-complete");
  return complete.every(isConsistent) ? done(complete) : refused("inconsistent-dates");
}

function schoolYear(year: string, rows: readonly DatedRow[], zone: string): SchoolYearDates | null {
  const ownRows = rows.filter((row) => row.year === year);
  const backToSchool = ownRows.find((row) => isBackToSchool(row.name))?.start;
  const firstSchoolDay = backToSchool ?? endOfSummer(yearBefore(year), rows);
  const summer = ownRows.find((row) => isSummer(row.name))?.start;
  const breaks = ownRows.filter((row) => isBreak(row.name)).map(breakDates);
  if (firstSchoolDay === null || summer === undefined || !hasItsBreaks(breaks, zone)) return null;
  return {
    name: year,
    firstSchoolDay,
    lastSchoolDay: lastWeekdayBefore(summer),
    breaks: breaks.sort((a, b) => (a.firstFreeDay < b.firstFreeDay ? -1 : 1)),
  };
}

function hasItsBreaks(breaks: readonly SchoolBreakDates[], zone: string): boolean {
  const names = breaks.map((b) => folded(b.name));
  return MAINLAND_ZONES.includes(zoneKey(zone))
    ? MAINLAND_BREAKS.every((word) => names.some((name) => name.includes(word)))
    : names.length > 0;
}

function isConsistent(year: SchoolYearDates): boolean {
  return year.breaks.every(
    (b) => b.firstFreeDay > year.firstSchoolDay && b.lastFreeDay <= year.lastSchoolDay,
  );
}

/** The first day of school that a summer with both its ends announces. */
function endOfSummer(year: string, rows: readonly DatedRow[]): Day | null {
  const summers = rows.filter((row) => row.year === year && isSummer(row.name));
  return summers.find((row) => row.end > row.start)?.end ?? null;
}

/** A marker is a single free day (some bridges are published so). */
function breakDates(row: DatedRow): SchoolBreakDates {
  const lastFreeDay = row.end > row.start ? addDays(row.end, -1) : row.start;
  return { name: sentenceCase(row.name), firstFreeDay: row.start, lastFreeDay };
}

function lastWeekdayBefore(d: Day): Day {
  const before = addDays(d, -1);
  return weekdayOf(before) >= 6 ? lastWeekdayBefore(before) : before;
}

/** "2024-2025" for "2025-2026". */
function yearBefore(year: string): string {
  const first = Number(year.slice(0, 4));
  return `${first - 1}-${first}`;
}

/** One row per year and name: the dates that most académies give; null where two are on a par. */
function agreedRows(rows: readonly DatedRow[]): DatedRow[] | null {
  const agreed: DatedRow[] = [];
  for (const sameName of grouped(rows, (row) => `${row.year}|${folded(row.name)}`)) {
    const versions = grouped(sameName, (row) => `${row.start}|${row.end}`);
    versions.sort((a, b) => b.length - a.length);
    const [first, second] = versions;
    if (first?.[0] === undefined || first.length === second?.length) return null;
    agreed.push(first[0]);
  }
  return agreed;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

function datedRow(row: OpenDataRow): DatedRow | null {
  const period = datesOf(row);
  return period === null
    ? null
    : {
        name: row.description.trim().replaceAll("’", "'"),
        year: row.schoolYear.trim(),
        start: period.from,
        end: period.to,
      };
}

function datesOf(row: OpenDataRow): Period | null {
  const from = parisDay(row.startDate);
  const to = row.endDate.trim() === "" ? from : parisDay(row.endDate);
  return from === null || to === null ? null : { from, to };
}

/** A timestamp in UTC stands for a midnight in Paris: 2025-10-17T22:00Z is 18 October. */
function parisDay(text: string): Day | null {
  const at = parseInstant(text.trim());
  return at === null ? parseDay(text.trim()) : dayOf(momentOfInstant(at));
}

function concernsTeachersOnly(row: OpenDataRow): boolean {
  return /enseignants/.test(folded(row.population) + folded(row.description));
}

function isBackToSchool(name: string): boolean {
  return folded(name).startsWith("rentree");
}

function isSummer(name: string): boolean {
  return /vacances d'ete/.test(folded(name));
}

function isBreak(name: string): boolean {
  return /vacances|\bpont\b/.test(folded(name)) && !isSummer(name);
}

/** "Vacances d'Hiver" is written "Vacances d'hiver"; feasts and places keep their capital. */
function sentenceCase(name: string): string {
  return name.replace(/(Hiver|Printemps)$/, (season) => season.toLowerCase());
}

function zoneKey(zone: string): string {
  return folded(zone).replace(/^zone\s+/, "");
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
