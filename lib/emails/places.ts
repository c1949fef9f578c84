import type { Day } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";

/** A unit on a day. */
export interface EmailPlace {
  readonly day: Day;
  readonly unitLabel: string;
}

/** "Accueil soir, mardi 9 septembre 2025 ; Repas, mardi 9 septembre 2025". */
export function placesInWords(places: readonly EmailPlace[]): string {
  return places
    .map(({ day, unitLabel }) => `${unitLabel}, ${formatDay(day, "long")}`)
    .join("\u00a0; ");
}
