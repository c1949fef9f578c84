import { bookingIndex } from "@/lib/domain/booking/rules";
import { cellKey, type BookingContext } from "@/lib/domain/booking/context";
import { addDays, dayOf, eachDay, type Day, type Moment } from "@/lib/domain/day";

/** A moment after which some days can no longer be added. */
export interface NextCutOff {
  readonly moment: Moment;
  /** The open days that it closes, in order. */
  readonly days: readonly Day[];
  /** The inscriptions concerned, in the order of the screens. */
  readonly inscriptionIds: readonly number[];
}

/** Far enough for "day n of the previous month", and for a summer that closes in April. */
const DAYS_AHEAD = 120;

/**
 * The next distinct cut-offs for adding, soonest first. Only days that may be booked count, and of those
 * none on which the inscription holds something already, or asked for it: what is settled is not "to do".
 */
export function nextCutOffs(context: BookingContext, most: number): NextCutOff[] {
  const today = dayOf(context.now);
  const ahead = eachDay({ from: today, to: addDays(today, DAYS_AHEAD) });
  const found = new Map<Moment, { days: Set<Day>; inscriptionIds: Set<number> }>();
  for (const { inscription, units } of bookingIndex(context).values()) {
    if (!inscription.mayBook) continue;
    const settled = new Set(
      ahead.filter((d) =>
        [...units.keys()].some((unitId) => cellKey(inscription.id, unitId, d) in context.held),
      ),
    );
    for (const unit of units.values()) {
      for (const d of ahead) {
        if (d < inscription.from || d > inscription.to || !unit.openingOn(d).open) continue;
        if (settled.has(d)) continue;
        const moment = unit.closesAt(d, "add");
        if (moment === null || moment < context.now) continue;
        const cutOff = found.get(moment) ?? { days: new Set(), inscriptionIds: new Set() };
        found.set(moment, cutOff);
        cutOff.days.add(d);
        cutOff.inscriptionIds.add(inscription.id);
      }
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, most)
    .map(([moment, { days, inscriptionIds }]) => ({
      moment,
      days: [...days].sort(),
      inscriptionIds: [...inscriptionIds],
    }));
}
