import type { SchoolYearDates } from "@/lib/domain/calendar";
import type { ClosedReservations } from "@/lib/domain/closed-by-calendar";
import { formatPeriod, plural, typographic } from "@/lib/domain/day-words";

/** A year's days and breaks, in words. */
export function schoolYearFacts(year: SchoolYearDates) {
  return [
    { term: "Nom", detail: year.name },
    {
      term: "De la rentrée au dernier jour",
      detail: formatPeriod({ from: year.firstSchoolDay, to: year.lastSchoolDay }),
    },
    { term: "Vacances", detail: breaksInWords(year).join("\u00a0; ") || "Aucune" },
  ];
}

/** "Vacances de Noël du 19 déc. 2026 au 3 janv. 2027". */
export function breaksInWords({ breaks }: SchoolYearDates): string[] {
  return breaks.map(
    ({ name, firstFreeDay: from, lastFreeDay: to }) =>
      `${typographic(name)} ${formatPeriod({ from, to })}`,
  );
}

/** "12 jours réservés, pour 3 enfants". */
export function closedInWords({ children, days }: ClosedReservations): string {
  return `${plural(days, "jour réservé", "jours réservés")}, pour ${plural(children, "enfant", "enfants")}`;
}
