import {
  keyOf,
  type BookingContext,
  type CellKey,
  type CellRef,
} from "@/lib/domain/booking/context";
import type { ImpossibleChange } from "@/lib/domain/booking/plan";
import {
  bookingIndex,
  rivalsOf,
  weekNumber,
  type InscriptionRules,
  type Refused,
} from "@/lib/domain/booking/rules";
import {
  chosen,
  isWanted,
  refusalToWant,
  write,
  type OpenWishes,
  type Wishes,
} from "@/lib/domain/booking/wishes";
import { weekOfCycle, type Periodicity } from "@/lib/domain/periodicity";

/** `replace` makes the chosen inscriptions like the periodicity; `addOnly` never takes a day away. */
export type PeriodicityMode = "replace" | "addOnly";

export interface InscriptionPreview {
  inscriptionId: number;
  /** Against the calendar as it is on screen, draft included. */
  added: CellRef[];
  removed: CellRef[];
  /** Asked for, and already so. */
  unchanged: CellRef[];
  /**
   * Asked for and not possible, with the reason. Days on which the unit is closed by a holiday, a
   * break or an exception are here as `closed` with their reason; weekdays that never open are not.
   */
  impossible: ImpossibleChange[];
}

/**
 * Writes a checked periodicity into the draft, touching only days that may still change. `replace`
 * touches the inscriptions with at least one tick and those in `emptied`, no others; `addOnly` adds,
 * and reports an overlapping unit instead of unticking it. Applying twice is applying once.
 */
export function applyPeriodicity(
  context: BookingContext,
  wishes: Wishes,
  p: Periodicity,
  mode: PeriodicityMode,
  emptied: readonly number[],
): { wishes: Wishes; preview: InscriptionPreview[] } {
  const next = { ...wishes };
  const touched = new Set(p.weeks.flat().map((tick) => tick.inscriptionId));
  if (mode === "replace") for (const id of emptied) touched.add(id);
  const inOrder = context.inscriptions.map(({ id }) => id).filter((id) => touched.has(id));
  const preview = chosen(context, inOrder).map((rules) => applyTo(context, next, p, mode, rules));
  return { wishes: next, preview };
}

function applyTo(
  context: BookingContext,
  next: OpenWishes,
  p: Periodicity,
  mode: PeriodicityMode,
  rules: InscriptionRules,
): InscriptionPreview {
  const inscriptionId = rules.inscription.id;
  const preview: InscriptionPreview = {
    inscriptionId,
    added: [],
    removed: [],
    unchanged: [],
    impossible: [],
  };
  const ticked = new Set(
    p.weeks.flatMap((week, number) =>
      week
        .filter((tick) => tick.inscriptionId === inscriptionId)
        .map((tick) => `${number}|${tick.weekday}|${tick.unitId}`),
    ),
  );
  const start = weekNumber(p.from);
  for (const { day, weekday, week } of rules.days) {
    if (day < p.from || day > p.to) continue;
    const number = weekOfCycle(week - start, p.weeks.length);
    const asked: CellRef[] = [];
    const others: CellRef[] = [];
    for (const [unitId, unit] of rules.units) {
      const opening = unit.openingOn(day);
      if (!opening.open && opening.why === "never") continue;
      const cell = { inscriptionId, unitId, day };
      if (ticked.has(`${number}|${weekday}|${unitId}`)) asked.push(cell);
      else if (mode === "replace") others.push(cell);
    }
    // First, to make room for what is asked; what could not be had takes nothing's place.
    const kept = placesKept(context, next, asked);
    for (const cell of others) {
      if (!kept.has(keyOf(cell))) takeAway(context, next, cell, preview);
    }
    for (const cell of asked) give(context, next, cell, preview);
  }
  return preview;
}

/** What overlaps a unit that is asked and cannot be had: the day stays as it is, and is told impossible. */
function placesKept(
  context: BookingContext,
  next: OpenWishes,
  asked: readonly CellRef[],
): ReadonlySet<CellKey> {
  const lost = asked.filter((cell) => {
    const key = keyOf(cell);
    return !isWanted(context, next, key) && refusalToWant(context, next, cell, key, true) !== null;
  });
  return new Set(lost.flatMap((cell) => rivalsOf(context, cell).map(keyOf)));
}

function takeAway(
  context: BookingContext,
  next: OpenWishes,
  cell: CellRef,
  preview: InscriptionPreview,
): void {
  const key = keyOf(cell);
  if (!isWanted(context, next, key)) return;
  const refusal = refusalToWant(context, next, cell, key, false);
  if (refusal) {
    preview.impossible.push({ cell, change: "remove", ...refusal });
    return;
  }
  write(context, next, key, false);
  preview.removed.push(cell);
}

function give(
  context: BookingContext,
  next: OpenWishes,
  cell: CellRef,
  preview: InscriptionPreview,
): void {
  const key = keyOf(cell);
  if (isWanted(context, next, key)) {
    preview.unchanged.push(cell);
    return;
  }
  const refusal = refusalToWant(context, next, cell, key, true) ?? inTheWay(context, next, cell);
  if (refusal) {
    preview.impossible.push({ cell, change: "add", ...refusal });
    return;
  }
  write(context, next, key, true);
  preview.added.push(cell);
}

/** An overlapping unit that the draft keeps: an addition alone does not untick it. */
function inTheWay(context: BookingContext, next: OpenWishes, cell: CellRef): Refused | null {
  const units = bookingIndex(context).get(cell.inscriptionId)?.units;
  const rival = units
    ?.get(cell.unitId)
    ?.rivals.find(({ id }) => isWanted(context, next, keyOf({ ...cell, unitId: id })));
  return rival ? { why: "overlap", detail: rival.label, since: null } : null;
}
