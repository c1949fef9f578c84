import {
  baseOf,
  keyOf,
  type BookingContext,
  type BookingInscription,
  type CellRef,
} from "@/lib/domain/booking/context";
import { comes } from "@/lib/domain/booking/standing";
import {
  bookingIndex,
  refusalOf,
  rivalsOf,
  type CellRefusal,
  type Change,
} from "@/lib/domain/booking/rules";

/**
 * Why a change cannot be asked of the service past its cut-off: what refuses it at any time, and
 * `inTime` (the cut-off has not passed), `notOffered` (the town does not take late requests for this
 * activity), `waiting` (an answer is awaited already), `unchanged` (it is already so).
 */
export type LateRefusal =
  Exclude<CellRefusal, "cutOffPassed"> | "inTime" | "notOffered" | "waiting" | "unchanged";

/** Why not, with the label of the unit that is in the way. */
export interface LateRefused {
  readonly why: LateRefusal;
  readonly detail: string | null;
}

/**
 * Why this change cannot be asked past its cut-off, or null where it can. Total. Only what the cut-off
 * alone refuses may be asked late: a past, closed or foreign day never.
 */
export function lateRefusalOf(
  context: BookingContext,
  cell: CellRef,
  change: Change,
): LateRefused | null {
  const refusal = refusalOf(context, cell, change);
  if (refusal === null) return { why: "inTime", detail: null };
  const { why, detail } = refusal;
  return why === "cutOffPassed" ? askingRefusal(context, cell, change) : { why, detail };
}

/** The same for a change that is known to come after its cut-off. */
export function askingRefusal(
  context: BookingContext,
  cell: CellRef,
  change: Change,
): LateRefused | null {
  const base = baseOf(context, keyOf(cell));
  if (base === "pending" || base === "removalPending") return { why: "waiting", detail: null };
  if (comes(base) === (change === "add")) return { why: "unchanged", detail: null };
  const inscription = bookingIndex(context).get(cell.inscriptionId)?.inscription;
  if (!inscription || !isOffered(inscription, change)) return { why: "notOffered", detail: null };
  const rival = change === "add" ? heldRival(context, cell) : undefined;
  return rival ? { why: "overlap", detail: labelOf(inscription, rival) } : null;
}

function isOffered(inscription: BookingInscription, change: Change): boolean {
  return change === "add" ? inscription.lateAdditions : inscription.lateRemovals;
}

/** A late request stands alone: nothing of the same moment gives way to it. */
function heldRival(context: BookingContext, cell: CellRef): CellRef | undefined {
  return rivalsOf(context, cell).find((rival) => baseOf(context, keyOf(rival)) !== "free");
}

function labelOf(inscription: BookingInscription, { unitId }: CellRef): string | null {
  return inscription.units.find(({ id }) => id === unitId)?.label ?? null;
}
