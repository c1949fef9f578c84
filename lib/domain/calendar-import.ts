import { folded, isBackToSchool, isBreak, isMainland, isSummer, zoneKey } from "./calendar-names";
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

export type ImportRefusal = "no-row-for-zone" | YearFault | "no-year-complete";

/** `start` = `end` for a marker ("Début des Vacances d'Été"). */
interface DatedRow {
  readonly name: string;
  readonly year: string;
  readonly start: Day;
  readonly end: Day;
}

/** Without these four, a year of the mainland is one that the ministry has only begun to publish. */
const MAINLAND_BREAKS = ["toussaint", "noel", "hiver", "printemps"];

/** Why a year of the file is not taken. */
export type YearFault =
  | "unreadable-date"
  /** A period ends before it starts, or a break lies outside its year. */
  | "inconsistent-dates"
  /** The académies of the zone do not agree, and no version has the majority. */
  | "academies-disagree";

export interface YearsRead {
  /** In order. */
  readonly years: readonly SchoolYearDates[];
  /** Years that the file holds and that cannot be relied on, by name. */
  readonly leftOut: readonly { readonly name: string; readonly why: YearFault }[];
}

/**
 * The school years of a zone ("C", "Zone C", "Corse", "Réunion"…). A year is taken when its first day
 * (end of the summer before, or "Rentrée scolaire des élèves"), its summer and its breaks are known;
 * years published in part are passed over. A fault in one year, or in another zone, is that year's
 * alone: only a file without any year to take is refused, for the fault of its last year where it has one.
 */
export function schoolYearsOf(
  rows: readonly OpenDataRow[],
  zone: string,
): Result<YearsRead, ImportRefusal> {
  const its = rows.filter((row) => zoneKey(row.zones) === zoneKey(zone) && concernsPupils(row));
  if (its.length === 0) return refused("no-row-for-zone");
  const byYear = new Map(
    grouped(its, (row) => row.schoolYear.trim()).map((ofYear) => [
      ofYear[0]?.schoolYear.trim() ?? "",
      readYear(ofYear),
    ]),
  );
  const agreed = [...byYear.values()].flatMap((year) => year.rows);
  const years: SchoolYearDates[] = [];
  const leftOut: { name: string; why: YearFault }[] = [];
  for (const [name, { fault }] of [...byYear].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const year = schoolYear(name, agreed, zone);
    if (fault) leftOut.push({ name, why: fault });
    else if (year && !isConsistent(year)) leftOut.push({ name, why: "inconsistent-dates" });
    else if (year) years.push(year);
  }
  return years.length > 0
    ? done({ years, leftOut })
    : refused(leftOut.at(-1)?.why ?? "no-year-complete");
}

/** The rows of a year that can be read, and the first fault of the others. */
function readYear(rows: readonly OpenDataRow[]): { rows: DatedRow[]; fault: YearFault | null } {
  const dated = rows.map(datedRow);
  const readable = dated.filter((row) => row !== null);
  const forward = readable.filter((row) => row.end >= row.start);
  const agreed = agreedRows(forward);
  if (readable.length < dated.length) return { rows: agreed.rows, fault: "unreadable-date" };
  if (forward.length < readable.length) return { rows: agreed.rows, fault: "inconsistent-dates" };
  return { rows: agreed.rows, fault: agreed.allAgree ? null : "academies-disagree" };
}

function schoolYear(year: string, rows: readonly DatedRow[], zone: string): SchoolYearDates | null {
  const ownRows = rows.filter((row) => row.year === year);
  const backToSchool = ownRows.find((row) => isBackToSchool(row.name))?.start;
  const firstSchoolDay = backToSchool ?? endOfSummer(yearBefore(year), rows, zone);
  const summer = ownRows.find((row) => isSummer(row.name, zone))?.start;
  const breaks = ownRows.filter((row) => isBreak(row.name, zone)).map(breakDates);
  if (firstSchoolDay === null || summer === undefined || !hasItsBreaks(breaks, zone)) return null;
  return {
    name: year,
    firstSchoolDay,
    lastSchoolDay: lastDayOfClass(summer),
    breaks: breaks.sort((a, b) => (a.firstFreeDay < b.firstFreeDay ? -1 : 1)),
  };
}

function hasItsBreaks(breaks: readonly SchoolBreakDates[], zone: string): boolean {
  const names = breaks.map((b) => folded(b.name));
  return isMainland(zone)
    ? MAINLAND_BREAKS.every((word) => names.some((name) => name.includes(word)))
    : names.length > 0;
}

function isConsistent(year: SchoolYearDates): boolean {
  return year.breaks.every(
    (b) => b.firstFreeDay > year.firstSchoolDay && b.lastFreeDay <= year.lastSchoolDay,
  );
}

/** The first day of school that a summer with both its ends announces. */
function endOfSummer(year: string, rows: readonly DatedRow[], zone: string): Day | null {
  const summers = rows.filter((row) => row.year === year && isSummer(row.name, zone));
  return summers.find((row) => row.end > row.start)?.end ?? null;
}

/**
 * A marker is a single free day (some bridges are published so). A departure on a weekday is after
 * class: that day is a school day (arrêtés of the calendar, "le départ en vacances a lieu après la
 * classe"). A bridge is free from its first day.
 */
function breakDates(row: DatedRow): SchoolBreakDates {
  const lastFreeDay = row.end > row.start ? addDays(row.end, -1) : row.start;
  const isDeparture = /vacances/.test(folded(row.name)) && weekdayOf(row.start) <= 5;
  const firstFreeDay = isDeparture && row.start < lastFreeDay ? addDays(row.start, 1) : row.start;
  return { name: sentenceCase(row.name), firstFreeDay, lastFreeDay };
}

/** Summer of 2021 began on a Tuesday, after class; that of a Saturday, on the Friday before. */
function lastDayOfClass(summer: Day): Day {
  return weekdayOf(summer) >= 6 ? lastDayOfClass(addDays(summer, -1)) : summer;
}

/** "2024-2025" for "2025-2026"; "2025" for the "2026" of the south. */
function yearBefore(year: string): string {
  const first = Number(year.slice(0, 4));
  return year.length > 4 ? `${first - 1}-${first}` : String(first - 1);
}

/** One row per name: the dates that most académies give, and whether there always were some. */
function agreedRows(rows: readonly DatedRow[]): { rows: DatedRow[]; allAgree: boolean } {
  const agreed: DatedRow[] = [];
  let allAgree = true;
  for (const sameName of grouped(rows, (row) => folded(row.name))) {
    const versions = grouped(sameName, (row) => `${row.start}|${row.end}`);
    versions.sort((a, b) => b.length - a.length);
    const [first, second] = versions;
    if (first?.[0] === undefined || first.length === second?.length) allAgree = false;
    else agreed.push(first[0]);
  }
  return { rows: agreed, allAgree };
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

/** Of the town's schools: not the teachers, not secondary schools, not the islands beside Guadeloupe. */
function concernsPupils({ population, description }: OpenDataRow): boolean {
  const whom = folded(population);
  if (/enseignants/.test(whom + folded(description))) return false;
  return !/^saint/.test(whom) && (!/second degre|college|lycee/.test(whom) || /premier/.test(whom));
}

/** "Vacances d'Hiver" is written "Vacances d'hiver"; feasts and places keep their capital. */
function sentenceCase(name: string): string {
  return name.replace(/(Hiver|Printemps)$/, (season) => season.toLowerCase());
}
