import { cellView, type CellView } from "@/lib/domain/booking/cell";
import type { BookingContext } from "@/lib/domain/booking/context";
import { servedContext } from "@/lib/domain/booking/served";
import { comes } from "@/lib/domain/booking/standing";
import type { Day } from "@/lib/domain/day";
import type { WeekCell, WeekChild } from "./week-form";

/**
 * The boxes of a week of a family's calendar as an agent changes it in its stead, by child, activity and
 * unit; a row that never opens is left out. What is full can be ticked, and says so.
 */
export function weekRows(family: BookingContext, days: readonly Day[]): WeekChild[] {
  const context = servedContext(family);
  const limited = { ...context, seats: family.seats };
  return context.children.flatMap((child) => {
    const rows = context.inscriptions
      .filter(({ childId }) => childId === child.id)
      .flatMap((inscription) =>
        inscription.units.map((unit) => ({
          id: `${inscription.id}-${unit.id}`,
          label: `${inscription.activityLabel}, ${unit.label}`,
          cells: days.map((day) => {
            const cell = { inscriptionId: inscription.id, unitId: unit.id, day };
            const view = cellView(context, {}, cell);
            const isFull = cellView(limited, {}, cell)?.status === "full";
            return view && weekCell(view, isFull);
          }),
        })),
      )
      .filter(({ cells }) => cells.some((cell) => cell !== null));
    return rows.length > 0 ? [{ id: child.id, name: child.firstName, rows }] : [];
  });
}

function weekCell({ key, base, lock }: CellView, isFull: boolean): WeekCell {
  const note = isFull ? "complet" : noteOf(base, lock);
  return { key, base, comes: comes(base), note, locked: lock !== null, isFull };
}

/** What the box cannot say by its tick. */
function noteOf(base: CellView["base"], lock: CellView["lock"]): string | null {
  switch (lock?.why) {
    case "past":
      return "passé";
    case "closed":
      return "fermé";
    case "elsewhere":
      return "autre foyer";
    case "readOnly":
      return "sans droit de réserver";
    case "full":
      return "complet";
    case "overlap":
      return `pris\u00a0: ${lock.unitLabel}`;
    case "late":
    case undefined:
      return waitingNote(base);
  }
}

function waitingNote(base: CellView["base"]): string | null {
  if (base === "pending") return "demandé";
  return base === "removalPending" ? "retrait demandé" : null;
}
