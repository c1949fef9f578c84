import type { ListedActivity } from "@/lib/services/settings/activities";
import type { Listed } from "@/lib/services/settings/save-setting";
import type { UnitSetting } from "@/lib/services/settings/units";
import { activitiesAbove } from "./words";

/** Where a unit's page stands. */
export function unitAbove({ id, setting }: ListedActivity) {
  return [...activitiesAbove, { href: `/admin/reglages/activites/${id}`, label: setting.label }];
}

/** The units of which another may be the late or the PAI unit. */
export function bookedUnits(units: readonly Listed<UnitSetting>[], own: number | null) {
  return units
    .filter(({ id, setting }) => id !== own && !setting.agentOnly)
    .map(({ id, setting }) => ({ value: String(id), label: setting.label }));
}
