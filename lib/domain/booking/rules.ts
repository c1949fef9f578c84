import {
  baseOf,
  cellKey,
  type BookingContext,
  type BookingInscription,
  type BookingUnit,
  type CellRef,
} from "@/lib/domain/booking/context";
import { isFull, type Drafted } from "@/lib/domain/booking/seats";
import { comes } from "@/lib/domain/booking/standing";
import { cutOffMoment, type CutOffRule } from "@/lib/domain/cut-off";
import {
  day,
  dayOf,
  daysBetween,
  eachDay,
  weekdayOf,
  type Day,
  type Moment,
  type Weekday,
} from "@/lib/domain/day";
import { openingOf, type Opening } from "@/lib/domain/opening";
import { overlap } from "@/lib/domain/unit";

export type Change = "add" | "remove";

/** Why one cell, looked at alone, may not be changed. */
export type CellRefusal =
  | "unknownInscription"
  | "unknownUnit"
  | "outsideInscription"
  | "notOpened"
  | "closed"
  | "past"
  | "cutOffPassed"
  | "overlap"
  | "heldElsewhere"
  | "readOnly"
  | "full";

export interface Refused {
  why: CellRefusal;
  /** The reason of the closure, or the label of the unit that is in the way. */
  detail: string | null;
  /** The moment at which the cut-off passed. */
  since: Moment | null;
}

export interface UnitRules {
  unit: BookingUnit;
  /** The other units of the inscription that cover a same part of the day. */
  rivals: readonly BookingUnit[];
  openingOn(d: Day): Opening;
  /** Last moment for the change, or null where the rule has no limit. */
  closesAt(d: Day, change: Change): Moment | null;
}

export interface InscriptionRules {
  inscription: BookingInscription;
  position: number;
  units: ReadonlyMap<number, UnitRules>;
  days: readonly RuledDay[];
}

/** A day of an inscription, with what a periodicity asks of it over and over. */
export interface RuledDay {
  day: Day;
  weekday: Weekday;
  /** Counts calendar weeks (Monday to Sunday), as `weekNumber` does. */
  week: number;
}

export type BookingIndex = ReadonlyMap<number, InscriptionRules>;

const indexes = new WeakMap<BookingContext, BookingIndex>();

/** What follows from the context alone, worked out once: a year has thousands of cells, drawn again at each tap. */
export function bookingIndex(context: BookingContext): BookingIndex {
  const known = indexes.get(context);
  if (known) return known;
  const index = new Map(
    context.inscriptions.map((inscription, position) => [
      inscription.id,
      inscriptionRules(context, inscription, position),
    ]),
  );
  indexes.set(context, index);
  return index;
}

function inscriptionRules(
  context: BookingContext,
  inscription: BookingInscription,
  position: number,
): InscriptionRules {
  const units = new Map(
    inscription.units.map((unit) => [unit.id, unitRules(context, inscription, unit)]),
  );
  const days = eachDay(inscription).map((d) => ({
    day: d,
    weekday: weekdayOf(d),
    week: weekNumber(d),
  }));
  return { inscription, position, units, days };
}

const someMonday = day("2024-01-01");

/** Calendar weeks since one that does not matter: only differences mean something. */
export function weekNumber(d: Day): number {
  return Math.floor(daysBetween(someMonday, d) / 7);
}

function unitRules(
  context: BookingContext,
  inscription: BookingInscription,
  unit: BookingUnit,
): UnitRules {
  const { openings, exceptions, addCutOff, removeCutOff } = inscription;
  const openingOn = remember((d: Day) =>
    openingOf(d, unit.id, openings, exceptions, context.calendar),
  );
  const closing = (rule: CutOffRule) =>
    remember((d: Day) => cutOffMoment(d, rule, context.calendar, unit.beginsAt));
  const toAdd = closing(addCutOff);
  const toRemove = closing(removeCutOff);
  return {
    unit,
    rivals: inscription.units.filter(
      (other) => other.id !== unit.id && overlap(other.covers, unit.covers),
    ),
    openingOn,
    closesAt: (d, change) => (change === "add" ? toAdd(d) : toRemove(d)),
  };
}

function remember<V>(work: (d: Day) => V): (d: Day) => V {
  const known = new Map<Day, V>();
  return (d) => {
    let value = known.get(d);
    if (value === undefined) {
      value = work(d);
      known.set(d, value);
    }
    return value;
  };
}

/** The other cells of the same inscription and day that exclude this one. */
export function rivalsOf(context: BookingContext, cell: CellRef): CellRef[] {
  const rules = bookingIndex(context).get(cell.inscriptionId)?.units.get(cell.unitId);
  return (rules?.rivals ?? []).map((unit) => ({ ...cell, unitId: unit.id }));
}

/**
 * Why this cell may not be changed now, or null where it may. Total: a cell that does not exist is
 * refused, never thrown at. Two wishes that exclude each other are the plan's business: it looks at what is
 * held, and of the draft only at the places that brothers and sisters take.
 */
export function refusalOf(
  context: BookingContext,
  cell: CellRef,
  change: Change,
  drafted: Drafted = {},
): Refused | null {
  const rules = bookingIndex(context).get(cell.inscriptionId);
  if (!rules) return refuse("unknownInscription");
  const unit = rules.units.get(cell.unitId);
  if (!unit) return refuse("unknownUnit");
  const { inscription } = rules;
  if (cell.day < inscription.from || cell.day > inscription.to) return refuse("outsideInscription");
  if (cell.day < dayOf(context.now)) return refuse("past");
  const opening = unit.openingOn(cell.day);
  if (!opening.open) {
    return opening.why === "never" ? refuse("notOpened") : refuse("closed", opening.reason);
  }
  if (baseOf(context, keyOn(cell, cell.unitId)) === "elsewhere") return refuse("heldElsewhere");
  if (!inscription.mayBook) return refuse("readOnly");
  const closesAt = takesBack(context, cell, change) ? null : unit.closesAt(cell.day, change);
  if (closesAt !== null && context.now > closesAt) return refuse("cutOffPassed", null, closesAt);
  if (change === "remove") return null;
  const inTheWay = firmRival(context, inscription, unit, cell);
  if (inTheWay) return refuse("overlap", inTheWay.label);
  return isFull(context, inscription, unit.unit, cell.day, drafted) ? refuse("full") : null;
}

/**
 * Whether the change takes back what the service has not answered yet: the family may until the day itself,
 * here as from the request's page.
 */
function takesBack(context: BookingContext, cell: CellRef, change: Change): boolean {
  const base = baseOf(context, keyOn(cell, cell.unitId));
  return base === (change === "add" ? "removalPending" : "pending");
}

/**
 * A unit that covers a same part of the day, is held, and cannot be given back at once: too late,
 * removals that an agent examines, the other family's. Then the place would be held twice.
 */
function firmRival(
  context: BookingContext,
  inscription: BookingInscription,
  rules: UnitRules,
  cell: CellRef,
): BookingUnit | undefined {
  return rules.rivals.find((rival) => {
    const base = baseOf(context, keyOn(cell, rival.id));
    if (base === "free") return false;
    const leavesAtOnce =
      comes(base) && (base === "pending" || inscription.removals === "automatic");
    return !leavesAtOnce || refusalOf(context, { ...cell, unitId: rival.id }, "remove") !== null;
  });
}

function keyOn(cell: CellRef, unitId: number) {
  return cellKey(cell.inscriptionId, unitId, cell.day);
}

function refuse(
  why: CellRefusal,
  detail: string | null = null,
  since: Moment | null = null,
): Refused {
  return { why, detail, since };
}
