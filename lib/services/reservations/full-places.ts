import "server-only";
import type { BookingContext } from "@/lib/domain/booking/context";
import type { ImpossibleChange } from "@/lib/domain/booking/plan";
import { formatDay } from "@/lib/domain/day-words";

/** What has no place left, cell by cell: "Léo, Journée, mercredi 6 janvier 2027". */
export function fullInWords(
  { inscriptions, children }: BookingContext,
  impossible: readonly Pick<ImpossibleChange, "cell" | "why">[],
): string[] {
  return impossible
    .filter(({ why }) => why === "full")
    .map(({ cell }) => {
      const inscription = inscriptions.find(({ id }) => id === cell.inscriptionId);
      const child = children.find(({ id }) => id === inscription?.childId);
      const unit = inscription?.units.find(({ id }) => id === cell.unitId);
      return [child?.firstName, unit?.label, formatDay(cell.day, "long")]
        .filter(Boolean)
        .join(", ");
    });
}

/** A refusal that names what has no place left, and nothing else. */
export interface PlacesFull {
  readonly ok: false;
  readonly refusal: "places-full";
  readonly value: { readonly full: readonly string[] };
}

export const placesFull = (full: readonly string[]): PlacesFull => ({
  ok: false,
  refusal: "places-full",
  value: { full },
});
