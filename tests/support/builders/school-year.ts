import type { Tx } from "@/lib/commit";
import { dayToDate } from "@/lib/db";
import { day } from "@/lib/domain/day";
import type { SchoolBreak, SchoolYear } from "@/lib/generated/prisma/client";
import zoneC from "@/prisma/demo/school-calendar-zone-c.json";

/** A school year with its breaks. Days are civil dates, "2025-09-01". */
export interface SchoolYearSpec {
  name?: string;
  firstSchoolDay?: string;
  lastSchoolDay?: string;
  breaks?: readonly { name: string; firstFreeDay: string; lastFreeDay: string }[];
}

export type BuiltSchoolYear = SchoolYear & { breaks: SchoolBreak[] };

/**
 * A school year. Unless told otherwise, the one of that name in zone C (2025-2026 by default) with
 * its official breaks.
 */
export async function aSchoolYear(db: Tx, spec: SchoolYearSpec = {}): Promise<BuiltSchoolYear> {
  const official = zoneC.schoolYears.find(({ name }) => name === (spec.name ?? "2025-2026"));
  const year = { ...official, ...spec };
  if (!year.name || !year.firstSchoolDay || !year.lastSchoolDay)
    throw new Error(`No official dates for ${spec.name}: give firstSchoolDay and lastSchoolDay`);
  return db.schoolYear.create({
    data: {
      name: year.name,
      firstSchoolDay: dayToDate(day(year.firstSchoolDay)),
      lastSchoolDay: dayToDate(day(year.lastSchoolDay)),
      breaks: {
        create: (year.breaks ?? []).map((free) => ({
          name: free.name,
          firstFreeDay: dayToDate(day(free.firstFreeDay)),
          lastFreeDay: dayToDate(day(free.lastFreeDay)),
        })),
      },
    },
    include: { breaks: { orderBy: { firstFreeDay: "asc" } } },
  });
}
