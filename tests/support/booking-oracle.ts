import {
  baseOf,
  cellKey,
  type BookingContext,
  type CellBase,
  type CellRef,
} from "@/lib/domain/booking/context";
import { isWanted, type Wishes } from "@/lib/domain/booking/wishes";
import { mayStillChange } from "@/lib/domain/cut-off";
import { dayOf, eachDay } from "@/lib/domain/day";
import { openingOf } from "@/lib/domain/opening";
import { overlap } from "@/lib/domain/unit";

const MOST_UNITS = 4;
const cellsKnown = new WeakMap<BookingContext["inscriptions"], readonly CellRef[]>();

/** The rules of one cell, said again without index or memory: slow, and obviously right. */
export function mayChangeByTheRules(
  context: BookingContext,
  cell: CellRef,
  change: "add" | "remove",
): boolean {
  const inscription = context.inscriptions.find(({ id }) => id === cell.inscriptionId);
  const unit = inscription?.units.find(({ id }) => id === cell.unitId);
  if (!inscription || !unit || !inscription.mayBook) return false;
  if (cell.day < inscription.from || cell.day > inscription.to) return false;
  const { openings, exceptions } = inscription;
  if (!openingOf(cell.day, unit.id, openings, exceptions, context.calendar).open) return false;
  const base = baseOf(context, cellKey(inscription.id, unit.id, cell.day));
  if (base === "elsewhere") return false;
  // What waits for an answer may be taken back until the day.
  const takesBack = base === (change === "add" ? "removalPending" : "pending");
  if (takesBack) return cell.day >= dayOf(context.now);
  const rule = change === "add" ? inscription.addCutOff : inscription.removeCutOff;
  return mayStillChange(cell.day, rule, context.calendar, unit.beginsAt, context.now);
}

/** Every pair of overlapping units that a draft wants on one day. */
export function overlapsWanted(context: BookingContext, wishes: Wishes): [CellRef, CellRef][] {
  const wanted = allCells(context).filter((cell) =>
    isWanted(context, wishes, cellKey(cell.inscriptionId, cell.unitId, cell.day)),
  );
  // `allCells` puts the units of one inscription and day side by side.
  return wanted.flatMap((cell, index) =>
    wanted
      .slice(index + 1, index + MOST_UNITS)
      .filter(
        (other) =>
          other.inscriptionId === cell.inscriptionId &&
          other.day === cell.day &&
          overlap(coversOf(context, other), coversOf(context, cell)),
      )
      .map((other): [CellRef, CellRef] => [cell, other]),
  );
}

/** The cells that a draft wants otherwise than they are held. */
export function differing(context: BookingContext, wishes: Wishes): CellRef[] {
  return allCells(context).filter((cell) => {
    const key = cellKey(cell.inscriptionId, cell.unitId, cell.day);
    return isWanted(context, wishes, key) !== isWanted(context, {}, key);
  });
}

/** Every cell of every inscription, open or not. */
export function allCells(context: BookingContext): readonly CellRef[] {
  const known = cellsKnown.get(context.inscriptions);
  if (known) return known;
  const cells = context.inscriptions.flatMap((inscription) =>
    eachDay(inscription).flatMap((d) =>
      inscription.units.map((unit) => ({ inscriptionId: inscription.id, unitId: unit.id, day: d })),
    ),
  );
  cellsKnown.set(context.inscriptions, cells);
  return cells;
}

/** What is held once a plan is carried out. */
export function heldAfter(
  context: BookingContext,
  changes: readonly { cell: CellRef; to: CellBase }[],
): BookingContext {
  const held = { ...context.held };
  for (const { cell, to } of changes) {
    const key = cellKey(cell.inscriptionId, cell.unitId, cell.day);
    if (to === "free") delete held[key];
    else held[key] = to;
  }
  return { ...context, held };
}

function coversOf(context: BookingContext, cell: CellRef) {
  const inscription = context.inscriptions.find(({ id }) => id === cell.inscriptionId);
  return inscription?.units.find(({ id }) => id === cell.unitId)?.covers ?? [];
}
