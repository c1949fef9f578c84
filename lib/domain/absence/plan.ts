import {
  baseOf,
  entriesByCell,
  keyOf,
  parseCellKey,
  type BookingContext,
  type CellRef,
} from "@/lib/domain/booking/context";
import { lateRefusalOf } from "@/lib/domain/booking/late";
import { lateChange } from "@/lib/domain/booking/late-quote";
import { planChanges, type PlannedChange } from "@/lib/domain/booking/plan";
import type { Period } from "@/lib/domain/day";

/** How an absence is taken: at once, examined though in time, or examined because it comes late. */
export type AbsenceOutcome = "atOnce" | "examined" | "late";

export interface Absence {
  readonly planned: PlannedChange;
  readonly outcome: AbsenceOutcome;
}

/**
 * What telling the service that the child will not come does: within the cut-off a cancellation, past it
 * a late one where the activity takes them; null where nothing is reserved or nothing can be told. Total.
 */
export function absenceOf(context: BookingContext, cell: CellRef): Absence | null {
  const key = keyOf(cell);
  if (baseOf(context, key) !== "reserved") return null;
  const refusal = lateRefusalOf(context, cell, "remove");
  if (refusal === null) return { planned: lateChange(context, cell, "remove"), outcome: "late" };
  if (refusal.why !== "inTime") return null;
  const [planned] = planChanges(context, { [key]: { want: false, seen: "reserved" } }).changes;
  return planned ? { planned, outcome: planned.effect } : null;
}

/** A place that the child has, and what telling an absence does; null where nothing can be told. */
export interface ReservedCell {
  readonly cell: CellRef;
  readonly absence: Absence | null;
  /** An absence was told, and waits for its answer: the child is expected until then. */
  readonly isAsked: boolean;
}

/** What is reserved on these days: by day, then in the order of inscriptions. */
export function reservedIn(context: BookingContext, { from, to }: Period): ReservedCell[] {
  const rank = new Map(context.inscriptions.map(({ id }, position) => [id, position]));
  const rankOf = ({ inscriptionId }: CellRef) => rank.get(inscriptionId) ?? Infinity;
  return entriesByCell(context.held)
    .flatMap(([key, state]) =>
      state === "reserved" || state === "removalPending" ? (parseCellKey(key) ?? []) : [],
    )
    .filter((cell) => cell.day >= from && cell.day <= to)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : rankOf(a) - rankOf(b)))
    .map((cell) => ({
      cell,
      absence: absenceOf(context, cell),
      isAsked: baseOf(context, keyOf(cell)) === "removalPending",
    }));
}
