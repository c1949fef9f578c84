import {
  cellKey,
  seatKey,
  type BookingContext,
  type BookingInscription,
  type BookingUnit,
  type CellKey,
  type CellRef,
  type SeatKey,
  type Seats,
} from "@/lib/domain/booking/context";
import { standingOn, type PartCount, countsByPart, type UnitLimit } from "@/lib/domain/capacity";
import { eachDay, type Day, type Period } from "@/lib/domain/day";
import type { DayPart } from "@/lib/domain/unit";

/** What the draft wants: only whether, of each cell. */
export type Drafted = Readonly<Record<CellKey, { readonly want: boolean }>>;

const parts: readonly DayPart[] = ["morning", "noon", "afternoon", "evening"];

/** The moments of a group's days at which fewer places are left than `children` could take. */
export function scarceSeats(
  group: { readonly id: number; readonly limits: readonly UnitLimit[] },
  counts: readonly PartCount[],
  days: Period,
  children: number,
): Seats {
  const seats: Record<SeatKey, number> = {};
  const known = countsByPart(counts);
  for (const d of eachDay(days))
    for (const part of parts) {
      const left = standingOn(group.limits, known, [part], d)?.left;
      if (left !== undefined && left < children)
        seats[seatKey(group.id, d, part)] = Math.max(0, left);
    }
  return seats;
}

/**
 * Whether a moment that this cell covers has no place left for the child. What the child holds that day
 * goes on counting for it: from Journée to Matin it needs none. Of the draft, what brothers and sisters of
 * the same group take is counted, where the cell is in the draft too only of those that come before it.
 */
export function isFull(
  context: BookingContext,
  inscription: BookingInscription,
  unit: BookingUnit,
  d: Day,
  drafted: Drafted,
): boolean {
  const scarce = unit.covers.filter(
    (part) => context.seats[seatKey(inscription.groupId, d, part)] !== undefined,
  );
  if (scarce.length === 0) return false;
  const rivals = siblingsBefore(context, inscription, drafted[cellKey(inscription.id, unit.id, d)]);
  return scarce.some((part) => {
    if (holdsPart(context, inscription, d, part)) return false;
    const taken = rivals.filter((other) => takesPart(context, other, d, part, drafted)).length;
    return (context.seats[seatKey(inscription.groupId, d, part)] ?? 0) <= taken;
  });
}

function siblingsBefore(
  { inscriptions }: BookingContext,
  inscription: BookingInscription,
  wish: { readonly want: boolean } | undefined,
): readonly BookingInscription[] {
  const before = wish?.want
    ? inscriptions.slice(0, inscriptions.indexOf(inscription))
    : inscriptions;
  return before.filter(
    (other) => other.groupId === inscription.groupId && other.id !== inscription.id,
  );
}

function holdsPart(
  { held }: BookingContext,
  inscription: BookingInscription,
  d: Day,
  part: DayPart,
): boolean {
  return inscription.units.some(
    (unit) => unit.covers.includes(part) && cellKey(inscription.id, unit.id, d) in held,
  );
}

/** Whether the draft takes a place there that the child does not hold yet. */
function takesPart(
  context: BookingContext,
  inscription: BookingInscription,
  d: Day,
  part: DayPart,
  drafted: Drafted,
): boolean {
  const wants = inscription.units.some(
    (unit) =>
      unit.covers.includes(part) && drafted[cellKey(inscription.id, unit.id, d)]?.want === true,
  );
  return wants && !holdsPart(context, inscription, d, part);
}

/** The places that are left once these cells are taken, each by a child that holds nothing there. */
export function seatsOnceTaken(context: BookingContext, cells: readonly CellRef[]): Seats {
  const seats: Record<SeatKey, number> = { ...context.seats };
  for (const cell of cells) {
    const inscription = context.inscriptions.find(({ id }) => id === cell.inscriptionId);
    const unit = inscription?.units.find(({ id }) => id === cell.unitId);
    for (const part of unit?.covers ?? []) {
      const key = seatKey(inscription?.groupId ?? 0, cell.day, part);
      const left = seats[key];
      if (left !== undefined) seats[key] = left - 1;
    }
  }
  return seats;
}
