import "server-only";
import type { Authorized } from "@/lib/auth";
import { prisma } from "@/lib/db";
import type { SchoolYearRef } from "@/lib/domain/booking/context";
import type { Calendar } from "@/lib/domain/calendar";
import { calendarOf, readSchoolYears, schoolYearRef } from "@/lib/services/school-years";

/** The school calendar, and its years, oldest first. One statement. */
export async function readTownCalendar(
  _agent: Authorized<"manage-settings">,
): Promise<{ calendar: Calendar; years: readonly SchoolYearRef[] }> {
  const rows = await readSchoolYears(prisma);
  return { calendar: calendarOf(rows), years: rows.map(schoolYearRef) };
}
