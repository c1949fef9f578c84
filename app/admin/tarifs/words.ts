import { addDays, type Day } from "@/lib/domain/day";
import { formatDay, formatPeriod } from "@/lib/domain/day-words";

interface Days {
  readonly state: "draft" | "published";
  readonly from: Day | null;
  readonly to: Day | null;
}

export type TariffPhase = "draft" | "coming" | "inForce" | "past";

export const phaseLabel: Readonly<Record<TariffPhase, string>> = {
  draft: "Brouillon",
  coming: "À venir",
  inForce: "En vigueur",
  past: "Terminé",
};

/** Where a version stands on a day. */
export function phaseOf({ state, from, to }: Days, today: Day): TariffPhase {
  if (state === "draft" || from === null) return "draft";
  if (today < from) return "coming";
  return to !== null && to <= today ? "past" : "inForce";
}

/** "du 1er janv. 2026 au 31 déc. 2026", "depuis le 1er janvier 2026"; a draft has no date yet. */
export function daysInWords({ from, to }: Days, today: Day): string {
  if (from === null) return "pas encore de date";
  if (to !== null) return formatPeriod({ from, to: addDays(to, -1) });
  return `${from > today ? "à partir du" : "depuis le"} ${formatDay(from, "dateMedium")}`;
}
