import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { reservedIn, type AbsenceOutcome } from "@/lib/domain/absence/plan";
import { keyOf } from "@/lib/domain/booking/context";
import { lateQuote } from "@/lib/domain/booking/late-quote";
import { addDays, dayOf, type Day, type Moment } from "@/lib/domain/day";
import type { Cents } from "@/lib/domain/money";
import { readBooking } from "@/lib/services/reservations/read-booking";

/** How far ahead an absence is told here; further, the calendar is the place. */
const daysAhead = 7;

/** A place that a child holds, as the form shows it. */
export interface ReservedPlace {
  /** `inscription|unit|day`. */
  readonly key: string;
  readonly day: Day;
  readonly childId: number;
  readonly childName: string;
  readonly unitLabel: string;
  readonly activityLabel: string;
  readonly departmentEmail: string;
  /** "asked": it was told, and waits for its answer; null: nothing can be told here any longer. */
  readonly outcome: AbsenceOutcome | "asked" | null;
  /** What stays due unless the reason is accepted; null: no price. */
  readonly amount: Cents | null;
}

export interface ReservedPlaces {
  readonly schoolYearId: number;
  readonly places: readonly ReservedPlace[];
}

/** What the family's children hold today and in the next seven days; null without a school year. Five statements. */
export async function readReserved(
  family: AuthorizedFamily,
  moment: Moment,
): Promise<ReservedPlaces | null> {
  const page = await readBooking(family, { schoolYearId: null, moment });
  if (!page) return null;
  const { context, prices } = page;
  const today = dayOf(moment);
  const reserved = reservedIn(context, { from: today, to: addDays(today, daysAhead) });
  const places = reserved.flatMap(({ cell, absence, isAsked }): ReservedPlace[] => {
    const inscription = context.inscriptions.find(({ id }) => id === cell.inscriptionId);
    const unit = inscription?.units.find(({ id }) => id === cell.unitId);
    const child = context.children.find(({ id }) => id === inscription?.childId);
    if (!inscription || !unit || !child) return [];
    return [
      {
        key: keyOf(cell),
        day: cell.day,
        childId: child.id,
        childName: child.firstName,
        unitLabel: unit.label,
        activityLabel: inscription.activityLabel,
        departmentEmail: inscription.departmentEmail,
        outcome: isAsked ? "asked" : (absence?.outcome ?? null),
        amount: lateQuote(context, prices, [cell], "remove").amount,
      },
    ];
  });
  return { schoolYearId: context.schoolYear.id, places };
}
