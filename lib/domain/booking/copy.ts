import { keyOf, type BookingContext, type CellRef } from "@/lib/domain/booking/context";
import { bookingIndex, type InscriptionRules } from "@/lib/domain/booking/rules";
import {
  cellsOn,
  chosen,
  daysIn,
  isWanted,
  put,
  type OpenWishes,
  type Wishes,
} from "@/lib/domain/booking/wishes";
import { addDays, daysBetween, mondayOf, type Day, type Period } from "@/lib/domain/day";

/**
 * Makes other weeks like this one, ticks and unticks alike. A day that is closed in the model week
 * says nothing about the others; a day closed in the target is skipped. `to`: each week whose Monday
 * is in it. `copied` counts the cells that changed, `impossible` the open ones that could not.
 */
export function copyWeek(
  context: BookingContext,
  wishes: Wishes,
  from: Day,
  to: Period,
  inscriptionIds: readonly number[],
): { wishes: Wishes; copied: number; impossible: number } {
  const next = { ...wishes };
  const tally = { copied: 0, impossible: 0 };
  const model = mondayOf(from);
  for (const rules of chosen(context, inscriptionIds)) {
    for (const { day } of rules.days) {
      const monday = mondayOf(day);
      if (monday < to.from || monday > to.to || monday === model) continue;
      const source = addDays(model, daysBetween(monday, day));
      for (const cell of cellsOn(rules, day)) {
        copyCell(context, wishes, next, { ...cell, day: source }, cell, tally);
      }
    }
  }
  return { wishes: next, ...tally };
}

/**
 * Gives a brother or sister the same days, for the units that both have: the same unit of the same
 * activity. Days on which the model is closed are left alone.
 */
export function copyToSibling(
  context: BookingContext,
  wishes: Wishes,
  fromChildId: number,
  toChildId: number,
  period: Period,
): Wishes {
  const next = { ...wishes };
  const all = [...bookingIndex(context).values()];
  const models = all.filter((rules) => rules.inscription.childId === fromChildId);
  const targets = all.filter((rules) => rules.inscription.childId === toChildId);
  for (const target of fromChildId === toChildId ? [] : targets) {
    for (const day of daysIn(target, period)) {
      for (const cell of cellsOn(target, day)) {
        const model = models.find((rules) => hasUnitOn(rules, cell.unitId, day));
        if (!model) continue;
        const source = { ...cell, inscriptionId: model.inscription.id };
        copyCell(context, wishes, next, source, cell, { copied: 0, impossible: 0 });
      }
    }
  }
  return next;
}

function hasUnitOn({ inscription, units }: InscriptionRules, unitId: number, day: Day): boolean {
  return units.has(unitId) && inscription.from <= day && day <= inscription.to;
}

function copyCell(
  context: BookingContext,
  before: Wishes,
  next: OpenWishes,
  source: CellRef,
  target: CellRef,
  tally: { copied: number; impossible: number },
): void {
  if (!isOpen(context, source) || !isOpen(context, target)) return;
  const want = isWanted(context, before, keyOf(source));
  if (want === isWanted(context, next, keyOf(target))) return;
  if (put(context, next, target, want) === null) tally.impossible += 1;
  else tally.copied += 1;
}

function isOpen(context: BookingContext, cell: CellRef): boolean {
  const rules = bookingIndex(context).get(cell.inscriptionId);
  if (!rules || !hasUnitOn(rules, cell.unitId, cell.day)) return false;
  return rules.units.get(cell.unitId)?.openingOn(cell.day).open ?? false;
}
