import { cellKey, type BookingContext } from "@/lib/domain/booking/context";
import { bookingIndex, weekNumber } from "@/lib/domain/booking/rules";
import { isWanted, type Wishes } from "@/lib/domain/booking/wishes";
import type { Period } from "@/lib/domain/day";
import { weekOfCycle, type PeriodicityTick } from "@/lib/domain/periodicity";

/**
 * The weeks that a family has now over a period, as the start of a periodicity: a weekday is ticked where
 * its unit is wanted (held, or asked by the draft) on more than half of its open days. Two units that
 * overlap are never both ticked, since they are never both wanted on a day.
 *
 * @param cycle 1 to 4 weeks, counted from the week of the first day.
 */
export function presentWeeks(
  context: BookingContext,
  wishes: Wishes,
  period: Period,
  cycle: number,
): PeriodicityTick[][] {
  const slots = new Map<string, { week: number; tick: PeriodicityTick; balance: number }>();
  const start = weekNumber(period.from);
  for (const { inscription, units, days } of bookingIndex(context).values()) {
    for (const { day, weekday, week: number } of days) {
      if (day < period.from || day > period.to) continue;
      const week = weekOfCycle(number - start, cycle);
      for (const [unitId, unit] of units) {
        if (!unit.openingOn(day).open) continue;
        const key = `${week}|${inscription.id}|${unitId}|${weekday}`;
        const tick = { inscriptionId: inscription.id, unitId, weekday };
        const slot = slots.get(key) ?? { week, tick, balance: 0 };
        slot.balance += isWanted(context, wishes, cellKey(inscription.id, unitId, day)) ? 1 : -1;
        slots.set(key, slot);
      }
    }
  }
  const kept = [...slots.values()].filter(({ balance }) => balance > 0);
  return Array.from({ length: cycle }, (_, week) =>
    kept.filter((slot) => slot.week === week).map(({ tick }) => tick),
  );
}
