import { formatDay, formatPeriod } from "@/lib/domain/day-words";
import type { OpeningException } from "@/lib/domain/opening";
import type { ListedGroup } from "@/lib/services/settings/groups";
import type { Listed } from "@/lib/services/settings/save-setting";
import type { OpeningSetting } from "@/lib/services/settings/schedule";
import { openDaysInWords } from "./choices";

export const groupsAbove = [
  { href: "/admin/reglages", label: "Réglages" },
  { href: "/admin/reglages/groupes", label: "Groupes et ouvertures" },
] as const;

/** "Restauration scolaire, École Jacques-Prévert (Petits)". */
export function groupTitle({ activity, establishment, setting }: ListedGroup): string {
  return `${activity}, ${establishment}${setting.label ? ` (${setting.label})` : ""}`;
}

/** A group as its form starts from it, and in words. */
export function groupForm({ id, setting, stamp }: ListedGroup) {
  const { code, label, firstDay, lastDay } = setting;
  return {
    line: { id, shown: stamp },
    initial: {
      activityId: String(setting.activityId),
      establishmentId: String(setting.establishmentId),
      schoolYearId: String(setting.schoolYearId),
      code,
      label: label ?? "",
      firstDay,
      lastDay,
    },
    facts: [
      { term: "Nom", detail: label ?? "Aucun" },
      { term: "Code du service", detail: code },
      { term: "Dates", detail: formatPeriod({ from: firstDay, to: lastDay }) },
    ],
  };
}

/** An opening as its form starts from it, and in words. */
export function openingForm({ id, setting, stamp }: Listed<OpeningSetting>) {
  return {
    line: { id, shown: stamp },
    initial: {
      units: [String(setting.unitId)],
      weekdays: setting.weekdays.map(String),
      dayKinds: setting.dayKinds,
      firstDay: setting.from,
      lastDay: setting.to,
    },
    facts: [
      { term: "Jours", detail: openDaysInWords(setting.weekdays, setting.dayKinds) },
      { term: "Dates", detail: formatPeriod(setting) },
    ],
  };
}

/** "Fermé le mardi 1 décembre 2026". */
export function exceptionTitle({ open, day }: OpeningException): string {
  return `${open ? "Ouvert" : "Fermé"} le ${formatDay(day, "long")}`;
}
