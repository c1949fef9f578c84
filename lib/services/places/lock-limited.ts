import "server-only";
import type { Tx } from "@/lib/commit";
import type { Day } from "@/lib/domain/day";

/** A place that is about to be taken. */
interface WantedPlace {
  readonly inscriptionId: number;
  readonly unitId: number;
  readonly day: Day;
}

/**
 * The step in which the places of limited units are locked and counted, in one order for everybody:
 * group, day, unit; after the inscriptions, before anything is written. No unit is limited yet, so
 * there is nothing to lock. Whoever takes a place passes here, and nobody takes one elsewhere.
 */
export function lockLimitedPlaces(_tx: Tx, _wanted: readonly WantedPlace[]): Promise<void> {
  return Promise.resolve();
}
