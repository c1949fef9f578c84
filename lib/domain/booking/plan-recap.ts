import {
  baseOf,
  keyOf,
  type BookingContext,
  type BookingInscription,
} from "@/lib/domain/booking/context";
import { comes } from "@/lib/domain/booking/standing";
import {
  planByInscription,
  type ImpossibleChange,
  type InscriptionPlan,
  type Plan,
  type PlannedChange,
} from "@/lib/domain/booking/plan";
import { bookingIndex, refusalOf } from "@/lib/domain/booking/rules";
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
    const openDays = openDaysOf(context, its);
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

/** The days that could have been changed likewise: one already held is no exception to an addition. */
function openDaysOf(context: BookingContext, changes: readonly PlannedChange[]): Day[] {
  const first = changes[0];
  if (!first) return [];
  const { cell, change } = first;
  const days = changes.map((one) => one.cell.day);
  const from = days.reduce(minDay);
  const to = days.reduce(maxDay);
  return (bookingIndex(context).get(cell.inscriptionId)?.days ?? [])
    .filter(({ day }) => from <= day && day <= to)
    .map(({ day }) => ({ ...cell, day }))
    .filter((other) => comes(baseOf(context, keyOf(other))) === (change === "remove"))
    .filter((other) => refusalOf(context, other, change) === null)
    .map(({ day }) => day);
}
