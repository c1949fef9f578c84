import type { Calendar, SchoolYearDates } from "@/lib/domain/calendar";
import { day } from "@/lib/domain/day";
import zoneC from "@/prisma/demo/school-calendar-zone-c.json";

/** The official calendar of zone C, 2025-2026 and 2026-2027. */
export const zoneCCalendar: Calendar = {
  years: zoneC.schoolYears.map((year): SchoolYearDates => ({
    name: year.name,
    firstSchoolDay: day(year.firstSchoolDay),
    lastSchoolDay: day(year.lastSchoolDay),
    breaks: year.breaks.map((b) => ({
      name: b.name,
      firstFreeDay: day(b.firstFreeDay),
      lastFreeDay: day(b.lastFreeDay),
    })),
  })),
};
