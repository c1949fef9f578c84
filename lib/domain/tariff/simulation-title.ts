import { dayOf, type Moment } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";

/** "Résultats de la simulation des tarifs (26 décembre 2023 à 15:12 par M. Toto TEST)". */
export function simulationTitle(at: Moment, by: string | null): string {
  return `Résultats de la simulation des tarifs (${simulatedAt(at)}${by === null ? "" : ` par ${by}`})`;
}

/** "26 décembre 2023 à 15:12". */
export function simulatedAt(at: Moment): string {
  return `${formatDay(dayOf(at), "dayMonth")} ${at.slice(0, 4)} à\u00a0${at.slice(11)}`;
}
