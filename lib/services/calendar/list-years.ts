import "server-only";
import type { Authorized } from "@/lib/auth";
import { type Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";
import { readRows, type Reader } from "@/lib/db/rows";
import type { Calendar, SchoolYearDates } from "@/lib/domain/calendar";
import {
  changedDays,
  closedByCalendar,
  type ClosedReservations,
} from "@/lib/domain/closed-by-calendar";
import { day, type Day } from "@/lib/domain/day";
import {
  exceptionsSql,
  openingsOf,
  openingsSql,
  type OpeningRows,
} from "@/lib/services/reservations/group-openings";
import { calendarOf, readSchoolYears } from "@/lib/services/school-years";
import { closeGate } from "@/lib/services/tariffs/bookings-gate";
import { stampOf } from "@/lib/services/settings/stamp";

/** A school year of the town's list. */
export interface ListedSchoolYear extends SchoolYearDates {
  readonly id: number;
  readonly stamp: string;
}

/** The years as agents read them, and a stamp that stands for all of them. */
export interface SchoolYearList {
  readonly years: readonly ListedSchoolYear[];
  readonly stamp: string;
  readonly calendar: Calendar;
}

/** The town's school years with their breaks, oldest first. One statement. */
export async function readSchoolYearList(
  _agent: Authorized<"manage-settings">,
  db: Reader = prisma,
): Promise<SchoolYearList> {
  const rows = await readSchoolYears(db);
  const calendar = calendarOf(rows);
  const years = calendar.years.map((year, i) => ({
    ...year,
    id: rows[i]?.id ?? 0,
    stamp: stampOf(year),
  }));
  return { years, stamp: stampOf(calendar.years), calendar };
}

/**
 * Writers of the calendar wait for each other and for the bookings that run; those that come wait for
 * them: none is checked against the calendar of before and kept under that of after.
 */
export async function lockCalendar(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE "SchoolYear" IN SHARE ROW EXCLUSIVE MODE`;
  await closeGate(tx);
}

interface ReservedRow extends OpeningRows {
  readonly reserved: readonly { day: string; unitId: number; children: readonly number[] }[];
}

/** How many children and days with a reservation to come a new calendar would close. One statement. */
export async function readClosedBy(
  db: Reader,
  before: Calendar,
  after: Calendar,
  today: Day,
): Promise<ClosedReservations> {
  const days = changedDays(before, after, today);
  if (days.length === 0) return { children: 0, days: 0 };
  const groups = await readRows<ReservedRow>(db, "readClosedBy")`
    SELECT ${openingsSql} AS openings, ${exceptionsSql} AS exceptions,
      json_agg(json_build_object('day', h.day, 'unitId', h."unitId", 'children', h.children)) AS reserved
    FROM (
      SELECT i."groupId", r.day, r."unitId", json_agg(i."childId") AS children
      FROM "Reservation" r JOIN "Inscription" i ON i.id = r."inscriptionId"
      WHERE r.day = ANY(${days}::date[])
      GROUP BY i."groupId", r.day, r."unitId"
    ) h JOIN "Group" g ON g.id = h."groupId"
    GROUP BY g.id`;
  const reserved = groups.flatMap((group) => {
    const rules = openingsOf(group);
    return group.reserved.map((one) => ({ ...one, day: day(one.day), ...rules }));
  });
  return closedByCalendar(reserved, before, after);
}
