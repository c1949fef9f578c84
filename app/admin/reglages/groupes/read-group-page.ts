import { cache } from "react";
import { idParam } from "@/app/params";
import { requirePermission } from "@/lib/auth";
import { readGroups } from "@/lib/services/settings/groups";
import { readSchedule } from "@/lib/services/settings/schedule";
import { readCapacity } from "@/lib/services/settings/seats";
import { readUnits } from "@/lib/services/settings/units";
import { groupsAbove, groupTitle } from "./words";

/** The group of an address, when it opens, its places and its units; null where there is none. */
export const readGroupPage = cache(async (text: string) => {
  const { agent } = await requirePermission("manage-settings");
  const wanted = idParam(text);
  if (wanted === null) return null;
  const [[group], schedule, capacity] = await Promise.all([
    readGroups(agent, { id: wanted }),
    readSchedule(agent, wanted),
    readCapacity(agent, wanted),
  ]);
  if (!group || !schedule || !capacity) return null;
  const { units } = await readUnits(agent, group.setting.activityId);
  return { group, schedule, capacity, units };
});

type GroupPage = NonNullable<Awaited<ReturnType<typeof readGroupPage>>>;

/** Where the pages of a group stand. */
export function groupAbove({ group }: GroupPage) {
  return [
    ...groupsAbove,
    { href: `/admin/reglages/groupes/${group.id}`, label: groupTitle(group) },
  ];
}

/** The units that families book, to choose from. */
export function bookedUnits({ units }: GroupPage) {
  return units
    .filter(({ setting }) => !setting.agentOnly)
    .map(({ id, setting }) => ({ value: String(id), label: setting.label }));
}

/** A unit's name, or that of all of them. */
export function unitName({ units }: Pick<GroupPage, "units">, id: number | "every"): string {
  if (id === "every") return "Toutes les unités";
  return units.find((unit) => unit.id === id)?.setting.label ?? "";
}
