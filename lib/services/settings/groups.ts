import "server-only";
import type { Authorized } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { dateToDay, prisma } from "@/lib/db";
import type { Day } from "@/lib/domain/day";
import type { Group } from "@/lib/generated/prisma/client";
import { listed, type Listed } from "./save-setting";

/** An activity in an establishment, for a school year. */
export interface GroupSetting {
  readonly activityId: number;
  readonly establishmentId: number;
  readonly schoolYearId: number;
  /** The service's own: never shown to families. */
  readonly code: string;
  readonly label: string | null;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

export interface ListedGroup extends Listed<GroupSetting> {
  readonly activity: string;
  readonly establishment: string;
  readonly schoolYear: string;
  readonly openings: number;
  readonly inscriptions: number;
}

/** The groups of a school year, as families read them: by activity, then by establishment. One statement. */
export async function readGroups(
  _agent: Authorized<"manage-settings">,
  which: { readonly schoolYearId: number } | { readonly id: number },
): Promise<ListedGroup[]> {
  const rows = await prisma.group.findMany({
    where: which,
    include: {
      activity: { select: { label: true } },
      establishment: { select: { name: true } },
      schoolYear: { select: { name: true } },
      _count: { select: { openings: true, inscriptions: true } },
    },
    orderBy: [
      { activity: { position: "asc" } },
      { establishment: { name: "asc" } },
      { code: "asc" },
      { id: "asc" },
    ],
  });
  return rows.map((row) => ({
    ...listedGroup(row),
    activity: row.activity.label,
    establishment: row.establishment.name,
    schoolYear: row.schoolYear.name,
    openings: row._count.openings,
    inscriptions: row._count.inscriptions,
  }));
}

/** One group, without what it is called. */
export async function readGroup(
  db: Pick<Tx, "group">,
  id: number,
): Promise<Listed<GroupSetting> | null> {
  const row = await db.group.findUnique({ where: { id } });
  return row && listedGroup(row);
}

function listedGroup(row: Group): Listed<GroupSetting> {
  const firstDay = dateToDay(row.firstDay);
  return listed(row.id, groupSettingOf({ ...row, firstDay, lastDay: dateToDay(row.lastDay) }));
}

/** Its fields in one order: what stands and what is sent have the same stamp. */
export function groupSettingOf(its: GroupSetting): GroupSetting {
  const { activityId, establishmentId, schoolYearId, code, label, firstDay, lastDay } = its;
  return { activityId, establishmentId, schoolYearId, code, label, firstDay, lastDay };
}
