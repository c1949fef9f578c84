import type { Authorized } from "@/lib/auth";
import { now } from "@/lib/clock";
import { dayOf, momentOfInstant } from "@/lib/domain/day";
import { readDepartments } from "@/lib/services/settings/departments";
import { readTownCalendar } from "@/lib/services/settings/town-calendar";

/** What the form of an activity chooses from and shows its cut-offs with. Two statements. */
export async function readFormFacts(agent: Authorized<"manage-settings">) {
  const [departments, { calendar }] = await Promise.all([
    readDepartments(agent),
    readTownCalendar(agent),
  ]);
  return {
    departments: departments.map(({ id, setting }) => ({ value: String(id), label: setting.name })),
    calendar,
    today: dayOf(momentOfInstant(now())),
  };
}
