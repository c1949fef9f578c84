import { cache } from "react";
import { idParam } from "@/app/params";
import { requirePermission } from "@/lib/auth";
import { readActivities } from "@/lib/services/settings/activities";
import { readUnits } from "@/lib/services/settings/units";

/** The activity of an address with its units; null where there is none. The title and the page read it once. */
export const readActivityPage = cache(async (text: string) => {
  const { agent } = await requirePermission("manage-settings");
  const wanted = idParam(text);
  if (wanted === null) return null;
  const [{ activities }, list] = await Promise.all([
    readActivities(agent),
    readUnits(agent, wanted),
  ]);
  const activity = activities.find(({ id }) => id === wanted);
  return activity ? { activity, list } : null;
});
