import "server-only";
import { type Reader, readRows } from "@/lib/db/rows";
import type { SchoolYearRef } from "@/lib/domain/booking/context";
import type { Calendar } from "@/lib/domain/calendar";
import { day, dayOf, type Day, type Moment } from "@/lib/domain/day";
import { Prisma } from "@/lib/generated/prisma/client";
import { town } from "@/town/town";

export interface SchoolYearRow {
  id: number;
  name: string;
  from: string;
  to: string;
  breaks: { name: string; from: string; to: string }[];
}

/** Every school year with its breaks, oldest first, as a JSON array. */
export const schoolYearsSql = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', y.id, 'name', y.name,
    'from', y."firstSchoolDay", 'to', y."lastSchoolDay", 'breaks', (
      SELECT coalesce(json_agg(json_build_object('name', b.name, 'from', b."firstFreeDay",
        'to', b."lastFreeDay") ORDER BY b."firstFreeDay"), '[]')
      FROM "SchoolBreak" b WHERE b."schoolYearId" = y.id)) ORDER BY y."firstSchoolDay"), '[]')
  FROM "SchoolYear" y)`;

/** Every school year with its breaks, oldest first. One statement. */
export async function readSchoolYears(db: Reader): Promise<SchoolYearRow[]> {
  const rows = await readRows<{ years: SchoolYearRow[] }>(
    db,
    "readSchoolYears",
  )`SELECT ${schoolYearsSql} AS years`;
  return rows[0]?.years ?? [];
}

/** The school calendar of the domain, from its rows, with the public holidays that the town keeps. */
export function calendarOf(rows: readonly SchoolYearRow[]): Calendar {
  return {
    localHolidays: town.localHolidays,
    years: rows.map((row) => ({
      name: row.name,
      firstSchoolDay: day(row.from),
      lastSchoolDay: day(row.to),
      breaks: row.breaks.map((b) => ({
        name: b.name,
        firstFreeDay: day(b.from),
        lastFreeDay: day(b.to),
      })),
    })),
  };
}

/** A school year as the démarche shows it. */
export function schoolYearRef(row: SchoolYearRow): SchoolYearRef {
  return { id: row.id, name: row.name, from: day(row.from), to: day(row.to) };
}

/** The year that runs on a day, or once it is over the one that comes. */
export function schoolYearOn(years: readonly SchoolYearRow[], day: Day): SchoolYearRow | undefined {
  return years.find((year) => year.to >= day) ?? years.at(-1);
}

/** The year that runs now, or once it is over the one that comes. */
export function currentSchoolYear(
  years: readonly SchoolYearRow[],
  now: Moment,
): SchoolYearRow | undefined {
  return schoolYearOn(years, dayOf(now));
}
