import "server-only";
import type { Authorized } from "@/lib/auth";
import { dateToDay, dayToDate, prisma } from "@/lib/db";
import type { Day } from "@/lib/domain/day";

/** A group into which a child may be inscribed. */
export interface OpenGroup {
  readonly id: number;
  readonly activity: string;
  /** "Restaurant Jacques Prévert, Petits (RESTO_R_PREVERT)". */
  readonly label: string;
  readonly schoolYear: string;
  readonly from: Day;
  readonly to: Day;
}

/** Groups that have not ended, by year, activity and establishment. One statement. */
export async function readOpenGroups(
  _agent: Authorized<"change-families">,
  today: Day,
): Promise<OpenGroup[]> {
  const rows = await prisma.group.findMany({
    where: { lastDay: { gte: dayToDate(today) } },
    include: { activity: true, establishment: true, schoolYear: true },
    orderBy: [
      { schoolYear: { firstSchoolDay: "asc" } },
      { activity: { position: "asc" } },
      { establishment: { name: "asc" } },
      { code: "asc" },
    ],
  });
  return rows.map(
    ({ id, code, label, activity, establishment, schoolYear, firstDay, lastDay }) => ({
      id,
      activity: activity.label,
      label: `${[establishment.name, label].filter(Boolean).join(", ")} (${code})`,
      schoolYear: schoolYear.name,
      from: dateToDay(firstDay),
      to: dateToDay(lastDay),
    }),
  );
}
