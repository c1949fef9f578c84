import type { Authorized } from "@/lib/auth";
import { now } from "@/lib/clock";
import { dayOf, momentOfInstant } from "@/lib/domain/day";
import { readTownCalendar } from "@/lib/services/settings/town-calendar";

/** The school years, and the one that is asked for, else the one that runs or comes. */
export async function readYears(agent: Authorized<"manage-settings">, wanted: number | null) {
  const { years } = await readTownCalendar(agent);
  const today = dayOf(momentOfInstant(now()));
  const year =
    years.find(({ id }) => id === wanted) ?? years.find(({ to }) => to >= today) ?? years.at(-1);
  return { years, year: year ?? null };
}
