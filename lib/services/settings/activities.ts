import "server-only";
import type { Authorized } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";
import type { ValidationMode } from "@/lib/domain/booking/context";
import type { CutOffRule } from "@/lib/domain/cut-off";
import { parseCutOffRule } from "@/lib/domain/cut-off-rule";
import { orderStamp } from "./ordered-list";
import { listed, type Listed } from "./save-setting";

/** What families may book, and until when. */
export interface ActivitySetting {
  readonly label: string;
  readonly departmentId: number;
  readonly additions: ValidationMode;
  readonly removals: ValidationMode;
  readonly addCutOff: CutOffRule;
  readonly removeCutOff: CutOffRule;
  /** Whether a family may ask for a change past the cut-off. */
  readonly lateAdditions: boolean;
  readonly lateRemovals: boolean;
}

export interface ListedActivity extends Listed<ActivitySetting> {
  readonly department: string;
  readonly units: number;
  readonly groups: number;
}

interface ActivityList {
  readonly activities: readonly ListedActivity[];
  readonly orderStamp: string;
}

/** Every activity, in the order in which families read them. One statement. */
export async function readActivities(
  _agent: Authorized<"manage-settings">,
  db: Pick<Tx, "activity"> = prisma,
): Promise<ActivityList> {
  const rows = await db.activity.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: {
      department: { select: { name: true } },
      _count: { select: { units: true, groups: true } },
    },
  });
  const activities = rows.map((row) => ({
    ...listed(row.id, {
      ...activitySettingOf(row),
      addCutOff: storedRule(row.addCutOff, row.id),
      removeCutOff: storedRule(row.removeCutOff, row.id),
    }),
    department: row.department.name,
    units: row._count.units,
    groups: row._count.groups,
  }));
  return { activities, orderStamp: orderStamp(activities.map(({ id }) => id)) };
}

/** Its fields in one order: what stands and what is sent have the same stamp. */
export function activitySettingOf<R>(
  its: Omit<ActivitySetting, "addCutOff" | "removeCutOff"> & { addCutOff: R; removeCutOff: R },
) {
  const { label, departmentId, additions, removals, addCutOff, removeCutOff } = its;
  const { lateAdditions, lateRemovals } = its;
  return {
    label,
    departmentId,
    additions,
    removals,
    addCutOff,
    removeCutOff,
    lateAdditions,
    lateRemovals,
  };
}

// A rule that cannot be read is a fault of the data: never "no limit" by accident.
function storedRule(json: unknown, activityId: number): CutOffRule {
  const rule = parseCutOffRule(json);
  if (!rule) throw new Error(`Activity ${activityId} has an unreadable cut-off`);
  return rule;
}
