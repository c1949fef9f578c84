import type { BookingContext, BookingInscription } from "@/lib/domain/booking/context";
import {
  planByInscription,
  type ImpossibleChange,
  type InscriptionPlan,
  type Plan,
  type PlannedChange,
} from "@/lib/domain/booking/plan";
import { bookingIndex } from "@/lib/domain/booking/rules";
import { maxDay, minDay, type Day } from "@/lib/domain/day";
import { describeDays } from "@/lib/domain/recap";

/** The changed days of one unit, in words and one by one. */
export interface UnitRecap {
  readonly unitId: number;
  readonly unitLabel: string;
  /** "tous les mardis et jeudis, du 2 sept. 2025 au 2 juil. 2026 : 70 repas" */
  readonly sentence: string;
  readonly days: readonly Day[];
  /** Whether the service examines these changes before they count. */
  readonly examined: boolean;
}

export interface InscriptionRecap {
  readonly inscription: BookingInscription;
  readonly additions: readonly UnitRecap[];
  readonly removals: readonly UnitRecap[];
  readonly impossible: readonly ImpossibleChange[];
}

export interface ChildRecap {
  readonly childId: number;
  readonly firstName: string;
  readonly inscriptions: readonly InscriptionRecap[];
}

/** The recap of a plan: per child and inscription, rules in words first, additions and removals apart. */
export function recapOfPlan(context: BookingContext, plan: Plan): ChildRecap[] {
  const plans = planByInscription(plan);
  return context.children.flatMap((child) => {
    const inscriptions = context.inscriptions.flatMap((inscription) => {
      const its = plans.get(inscription.id);
      return inscription.childId === child.id && its
        ? [inscriptionRecap(context, inscription, its)]
        : [];
    });
    return inscriptions.length > 0
      ? [{ childId: child.id, firstName: child.firstName, inscriptions }]
      : [];
  });
}

function inscriptionRecap(
  context: BookingContext,
  inscription: BookingInscription,
  plan: InscriptionPlan,
): InscriptionRecap {
  return {
    inscription,
    additions: unitRecaps(context, inscription, plan.additions),
    removals: unitRecaps(context, inscription, plan.removals),
    impossible: plan.impossible,
  };
}

function unitRecaps(
  context: BookingContext,
  inscription: BookingInscription,
  changes: readonly PlannedChange[],
): UnitRecap[] {
  return inscription.units.flatMap((unit) => {
    const its = changes.filter(({ cell }) => cell.unitId === unit.id);
    const days = its.map(({ cell }) => cell.day);
    if (days.length === 0) return [];
    const openDays = openDaysOf(context, inscription.id, unit.id, days);
    return [
      {
        unitId: unit.id,
        unitLabel: unit.label,
        sentence: describeDays(days, unit, openDays),
        days,
        examined: its.some(({ effect }) => effect === "examined"),
      },
    ];
  });
}

function openDaysOf(
  context: BookingContext,
  inscriptionId: number,
  unitId: number,
  days: readonly Day[],
): Day[] {
  const rules = bookingIndex(context).get(inscriptionId);
  const unit = rules?.units.get(unitId);
  const from = days.reduce(minDay);
  const to = days.reduce(maxDay);
  return (rules?.days ?? [])
    .map(({ day }) => day)
    .filter((d) => d >= from && d <= to && unit?.openingOn(d).open);
}
