import { capital, formatDay, formatPeriod, listInWords, plural } from "@/lib/domain/day-words";
import type { OpeningException } from "@/lib/domain/opening";
import type { ListedGroup } from "@/lib/services/settings/groups";
import type { Listed } from "@/lib/services/settings/save-setting";
import type { OpeningSetting } from "@/lib/services/settings/schedule";
import type { DatedSeats, UnitSeats } from "@/lib/services/settings/seats";
import { overlap } from "@/lib/domain/unit";
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

/** "24 places", "Pas de limite". */
export function seatsInWords(seats: number | null): string {
  return seats === null
    ? "Pas de limite"
    : seats === 0
      ? "Aucune place"
      : plural(seats, "place", "places");
}

/** "Du 1er au 5 mars 2027 : 40 places". */
export function datedSeatsTitle(setting: DatedSeats): string {
  return `${capital(formatPeriod(setting))}\u00a0: ${seatsInWords(setting.seats).toLowerCase()}`;
}

/** What a limit of a unit means, and for which others: a whole day takes a place of its morning too. */
export function seatsEffects(units: readonly UnitSeats[], unit: UnitSeats): string[] {
  const others = units.filter(
    ({ unitId, covers }) => unitId !== unit.unitId && overlap(covers, unit.covers),
  );
  const names = listInWords(others.map(({ label }) => `«\u00a0${label}\u00a0»`));
  return [
    `Avec un nombre, «\u00a0${unit.label}\u00a0» accueille au plus ce nombre d’enfants du groupe au même moment de la journée. Au-delà, le calendrier des familles dit «\u00a0complet\u00a0».`,
    ...(others.length > 0
      ? [`Les réservations de ${names} prennent aussi ces places, aux moments communs.`]
      : []),
    "Une demande qui attend une réponse garde sa place.",
  ];
}

/** "Fermé le mardi 1 décembre 2026". */
export function exceptionTitle({ open, day }: OpeningException): string {
  return `${open ? "Ouvert" : "Fermé"} le ${formatDay(day, "long")}`;
}
