import {
  baseOf,
  keyOf,
  type BookingContext,
  type BookingInscription,
  type CellRef,
} from "@/lib/domain/booking/context";
import { addDays, eachDay, mondayOf, type Period } from "@/lib/domain/day";
import { isFull, seatsOnceTaken } from "@/lib/domain/booking/seats";
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
  if (refusal === null) return { why: waits(context, cell) ? "waiting" : "inTime", detail: null };
  const { why, detail } = refusal;
  return why === "cutOffPassed" ? askingRefusal(context, cell, change) : { why, detail };
}

/** The state that a late request leaves, until it is answered. */
export const askedState = (change: Change) => (change === "add" ? "pending" : "removalPending");

/** The calendar as it is once these changes are asked. */
function onceAsked(
  context: BookingContext,
  cells: readonly CellRef[],
  change: Change,
): BookingContext {
  const asked = Object.fromEntries(cells.map((cell) => [keyOf(cell), askedState(change)]));
  const seats = change === "add" ? seatsOnceTaken(context, cells) : context.seats;
  return { ...context, held: { ...context.held, ...asked }, seats };
}

/**
 * Why these changes cannot be asked in one sending: the first that cannot, each asked after those before
 * it (two that overlap are never asked together); null where all can. Total.
 */
export function lateRefusalOfAll(
  context: BookingContext,
  cells: readonly CellRef[],
  change: Change,
): LateRefused | null {
  for (const [at, cell] of cells.entries()) {
    const refused = lateRefusalOf(onceAsked(context, cells.slice(0, at), change), cell, change);
    if (refused) return refused;
  }
  return null;
}

/**
 * What may be asked past its cut-off in the same sending as this cell: the same change of other units, days
 * and children, in its week and the next. By day, then in the order of inscriptions and units.
 */
export function askedAlong(
  context: BookingContext,
  cell: CellRef,
  change: Change,
): readonly CellRef[] {
  const after = onceAsked(context, [cell], change);
  return eachDay(fortnightOf(cell)).flatMap((day) =>
    context.inscriptions.flatMap(({ id: inscriptionId, units }) =>
      units
        .map(({ id: unitId }) => ({ inscriptionId, unitId, day }))
        .filter((other) => lateRefusalOf(after, other, change) === null),
    ),
  );
}

function fortnightOf({ day }: CellRef): Period {
  const monday = mondayOf(day);
  return { from: monday, to: addDays(monday, 13) };
}

/** The same for a change that is known to come after its cut-off. */
export function askingRefusal(
  context: BookingContext,
  cell: CellRef,
  change: Change,
): LateRefused | null {
  const base = baseOf(context, keyOf(cell));
  if (waits(context, cell)) return { why: "waiting", detail: null };
  if (comes(base) === (change === "add")) return { why: "unchanged", detail: null };
  const inscription = bookingIndex(context).get(cell.inscriptionId)?.inscription;
  if (!inscription || !isOffered(inscription, change)) return { why: "notOffered", detail: null };
  const rival = change === "add" ? heldRival(context, cell) : undefined;
  if (rival) return { why: "overlap", detail: labelOf(inscription, rival) };
  const unit =
    change === "add" ? inscription.units.find(({ id }) => id === cell.unitId) : undefined;
  const full = unit && isFull(context, inscription, unit, cell.day, {});
  return full ? { why: "full", detail: null } : null;
}

function waits(context: BookingContext, cell: CellRef): boolean {
  const base = baseOf(context, keyOf(cell));
  return base === "pending" || base === "removalPending";
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
