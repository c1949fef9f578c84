import type { CellBase } from "@/lib/domain/booking/context";

/** What a cell is to the family that looks at it. */
interface Standing {
  /** It has the place: the price that was announced is counted with it, and stands in the ledger. */
  readonly held: boolean;
  /** The child comes, if nothing is changed. */
  readonly comes: boolean;
  /** Whatever the service answers to what waits, until it does: the family owes it. */
  readonly due: boolean;
}

/**
 * The only table of what a state means; `lib/services/places/standing.ts` says it in SQL. An addition
 * that waits has its place but is not owed yet; a removal that waits still has its place, and is owed.
 */
const standings: Readonly<Record<CellBase, Standing>> = {
  free: { held: false, comes: false, due: false },
  // Held by the child's other family: nothing of it is this one's.
  elsewhere: { held: false, comes: false, due: false },
  reserved: { held: true, comes: true, due: true },
  pending: { held: true, comes: true, due: false },
  removalPending: { held: true, comes: false, due: true },
};

/** Whether the family has the place: the price that was announced is counted with it. */
export function holds(base: CellBase): boolean {
  return standings[base].held;
}

/** Whether the child comes, as far as this family is concerned, if nothing is changed. */
export function comes(base: CellBase): boolean {
  return standings[base].comes;
}

/** Whether the family owes it, until the service answers otherwise. */
export function owes(base: CellBase): boolean {
  return standings[base].due;
}
