import {
  baseOf,
  entriesByCell,
  keyOf,
  parseCellKey,
  type BookingContext,
  type CellBase,
  type CellKey,
  type CellRef,
} from "@/lib/domain/booking/context";
import { comes } from "@/lib/domain/booking/standing";
import {
  bookingIndex,
  refusalOf,
  rivalsOf,
  type InscriptionRules,
  type Refused,
} from "@/lib/domain/booking/rules";
import type { Day, Period } from "@/lib/domain/day";
import { widestSet } from "@/lib/domain/unit";

/** What the family wants of one cell, and the state in which it saw the cell when it chose. */
export interface Wish {
  readonly want: boolean;
  readonly seen: CellBase;
}

/** The draft: only cells that differ from what is held. */
export type Wishes = Readonly<Record<CellKey, Wish>>;

/** A copy of the draft that one gesture writes into. */
export type OpenWishes = Record<CellKey, Wish>;

export interface Conflict {
  cell: CellRef;
  seen: CellBase;
  now: CellBase;
  want: boolean;
  /** What was wanted is already so: somebody else did the same. Nothing is left to send. */
  settled: boolean;
}

/** Whether the child comes, once the draft is sent. */
export function isWanted(context: BookingContext, wishes: Wishes, key: CellKey): boolean {
  return wishes[key]?.want ?? comes(baseOf(context, key));
}

/** Why no gesture may bring the cell there, or null. Back to what is held is always allowed. */
export function refusalToWant(
  context: BookingContext,
  wishes: Wishes,
  cell: CellRef,
  key: CellKey,
  want: boolean,
): Refused | null {
  if (want === comes(baseOf(context, key))) return null;
  return refusalOf(context, cell, want ? "add" : "remove", wishes);
}

/**
 * Writes one cell into an open draft, and unticks the units that exclude it and may still be given back.
 * Answers what it unticked, or null where the cell is locked and nothing was written.
 */
export function put(
  context: BookingContext,
  wishes: OpenWishes,
  cell: CellRef,
  want: boolean,
): CellRef[] | null {
  if (refusalToWant(context, wishes, cell, keyOf(cell), want)) return null;
  const gives = (rival: CellRef) =>
    isWanted(context, wishes, keyOf(rival)) &&
    refusalToWant(context, wishes, rival, keyOf(rival), false) === null;
  // What is wanted already unticks nothing: two that overlap may both be held from before a rule.
  const unticked =
    want && !isWanted(context, wishes, keyOf(cell)) ? rivalsOf(context, cell).filter(gives) : [];
  for (const rival of unticked) write(context, wishes, keyOf(rival), false);
  write(context, wishes, keyOf(cell), want);
  return unticked;
}

/** Writes one cell whatever the rules say; what is as held is no wish. */
export function write(
  context: BookingContext,
  wishes: OpenWishes,
  key: CellKey,
  want: boolean,
): void {
  const base = baseOf(context, key);
  if (want === comes(base)) delete wishes[key];
  else wishes[key] = { want, seen: base };
}

/** One tap. `unticked` are the overlapping units that gave way; a locked cell leaves all as it was. */
export function wantCell(
  context: BookingContext,
  wishes: Wishes,
  cell: CellRef,
  want: boolean,
): { wishes: Wishes; unticked: CellRef[] } {
  const next = { ...wishes };
  const unticked = put(context, next, cell, want);
  return unticked === null ? { wishes, unticked: [] } : { wishes: next, unticked };
}

/**
 * "Tout cocher / Tout décocher" over a period: on each day the widest set of units without overlap
 * (Journée rather than Matin and Après-midi), among those that may be had.
 */
export function tickAll(
  context: BookingContext,
  wishes: Wishes,
  inscriptionIds: readonly number[],
  period: Period,
  want: boolean,
): Wishes {
  const next = { ...wishes };
  for (const rules of chosen(context, inscriptionIds)) {
    for (const day of daysIn(rules, period)) {
      const cells = cellsOn(rules, day);
      for (const cell of want ? widestCells(context, rules, next, cells) : cells) {
        put(context, next, cell, want);
      }
    }
  }
  return next;
}

function widestCells(
  context: BookingContext,
  rules: InscriptionRules,
  wishes: Wishes,
  cells: readonly CellRef[],
): CellRef[] {
  const can = cells.filter(
    (cell) =>
      isWanted(context, wishes, keyOf(cell)) ||
      refusalToWant(context, wishes, cell, keyOf(cell), true) === null,
  );
  const units = rules.inscription.units
    .map((unit, position) => ({ id: unit.id, covers: unit.covers, position }))
    .filter((unit) => can.some((cell) => cell.unitId === unit.id));
  const widest = new Set(widestSet(units).map((unit) => unit.id));
  return can.filter((cell) => widest.has(cell.unitId));
}

/**
 * The wishes whose cell is no longer as it was seen: the other parent, another device or an agent
 * came in between. They are shown, and nothing is overwritten until the family settles them.
 */
export function conflictsOf(context: BookingContext, wishes: Wishes): Conflict[] {
  return entriesByCell(wishes).flatMap(([key, { want, seen }]) => {
    const cell = parseCellKey(key);
    const now = baseOf(context, key);
    if (!cell || seen === now) return [];
    return [{ cell, seen, now, want, settled: want === comes(now) }];
  });
}

/** "mine": the wish holds, in the knowledge of the new state. "theirs": the wish is dropped. */
export function settleConflict(
  context: BookingContext,
  wishes: Wishes,
  key: CellKey,
  choice: "mine" | "theirs",
): Wishes {
  const wish = wishes[key];
  if (!wish) return wishes;
  const next = { ...wishes };
  write(context, next, key, choice === "mine" ? wish.want : comes(baseOf(context, key)));
  return next;
}

/** The rules of these inscriptions; unknown ids are passed over. */
export function chosen(
  context: BookingContext,
  inscriptionIds: readonly number[],
): InscriptionRules[] {
  const index = bookingIndex(context);
  return [...new Set(inscriptionIds)].flatMap((id) => index.get(id) ?? []);
}

export function daysIn(rules: InscriptionRules, { from, to }: Period): Day[] {
  return rules.days.map(({ day }) => day).filter((day) => from <= day && day <= to);
}

export function cellsOn(rules: InscriptionRules, day: Day): CellRef[] {
  return rules.inscription.units.map((unit) => ({
    inscriptionId: rules.inscription.id,
    unitId: unit.id,
    day,
  }));
}
