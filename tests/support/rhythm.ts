import { applyPeriodicity } from "@/lib/domain/booking/apply-periodicity";
import type { BookingContext } from "@/lib/domain/booking/context";
import { planChanges } from "@/lib/domain/booking/plan";
import type { Day } from "@/lib/domain/day";
import type { Periodicity, PeriodicityTick } from "@/lib/domain/periodicity";
import type { PastReservation } from "@/lib/domain/rhythm";
import { aBookingContext, inscriptionId, unitId } from "@/tests/support/booking";

/** A meal of Léo, every such weekday. */
export const canteen = (weekday: 1 | 2 | 4 | 5): PeriodicityTick => ({
  inscriptionId: inscriptionId.leoCanteen,
  unitId: unitId.repas,
  weekday,
});

/** What a family that follows a periodicity has reserved in a year, up to a day. */
export function reserved(context: BookingContext, p: Periodicity, before: Day): PastReservation[] {
  const early = { ...context, now: aBookingContext().now };
  const { wishes } = applyPeriodicity(early, {}, p, "replace", []);
  return planChanges(early, wishes)
    .changes.map(({ cell }) => ({
      childId: childOf(context, cell.inscriptionId),
      unitId: cell.unitId,
      day: cell.day,
    }))
    .filter((one) => one.day < before);
}

function childOf(context: BookingContext, id: number): number {
  return context.inscriptions.find((inscription) => inscription.id === id)?.childId ?? 0;
}
