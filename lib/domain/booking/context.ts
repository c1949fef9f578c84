import type { Brand } from "@/lib/domain/brand";
import type { Calendar } from "@/lib/domain/calendar";
import type { CutOffRule } from "@/lib/domain/cut-off";
import { parseDay, type Day, type Moment, type TimeOfDay } from "@/lib/domain/day";
import type { OpeningException, OpeningRule } from "@/lib/domain/opening";
import type { DayPart } from "@/lib/domain/unit";

/** Whether a change takes effect at once or waits for an agent of the department. */
export type ValidationMode = "automatic" | "examined";

/** States of a row of the database. `removalPending` still holds the place. */
export type ReservationState = "reserved" | "pending" | "removalPending";

/** What the child holds, seen from the family that acts. `elsewhere`: held by the child's other family. */
export type HeldState = ReservationState | "elsewhere";

export type CellBase = "free" | HeldState;

export interface BookingUnit {
  id: number;
  label: string;
  nounSingular: string;
  nounPlural: string;
  covers: readonly DayPart[];
  /** The hour from which children are received; null where the town says none. */
  beginsAt: TimeOfDay | null;
}

export interface BookingInscription {
  id: number;
  childId: number;
  groupId: number;
  activityId: number;
  activityLabel: string;
  establishmentLabel: string;
  groupLabel: string | null;
  departmentName: string;
  departmentEmail: string;
  from: Day;
  to: Day;
  additions: ValidationMode;
  removals: ValidationMode;
  addCutOff: CutOffRule;
  removeCutOff: CutOffRule;
  /** Whether the family may ask past the cut-off: always examined. */
  lateAdditions: boolean;
  lateRemovals: boolean;
  /** False where this family may look but not book (rights of a separated parent). */
  mayBook: boolean;
  /** Families' units only, in the town's order. */
  units: readonly BookingUnit[];
  openings: readonly OpeningRule[];
  exceptions: readonly OpeningException[];
}

export interface BookingChild {
  id: number;
  firstName: string;
}

export interface SchoolYearRef {
  id: number;
  name: string;
  from: Day;
  to: Day;
}

/** `inscriptionId|unitId|day`: the name of a cell in what is held and in the draft. */
export type CellKey = string & Brand<"CellKey">;

/** One checkbox of the calendar: a unit of an inscription on a day. */
export interface CellRef {
  inscriptionId: number;
  unitId: number;
  day: Day;
}

/** `group|day|part`: the name of a counter of places. */
export type SeatKey = string & Brand<"SeatKey">;

/**
 * How many places are left at moments of a group's day, where fewer are than the family could take there:
 * what is not named has room. So a family learns what is full for it, and never how many others come.
 */
export type Seats = Readonly<Record<SeatKey, number>>;

/**
 * All that the rules need to decide for one family and one school year. Built by the server, sent to
 * the browser as it is, never changed: what is worked out from it is memoized on its identity.
 */
export interface BookingContext {
  calendar: Calendar;
  schoolYear: SchoolYearRef;
  children: readonly BookingChild[];
  inscriptions: readonly BookingInscription[];
  held: Readonly<Record<CellKey, HeldState>>;
  /** Where places run short; empty where nothing is limited. */
  seats: Seats;
  now: Moment;
}

export function cellKey(inscriptionId: number, unitId: number, d: Day): CellKey {
  return `${inscriptionId}|${unitId}|${d}` as CellKey;
}

/** The name of the places of a group at one moment of a day. */
export function seatKey(groupId: number, d: Day, part: DayPart): SeatKey {
  return `${groupId}|${d}|${part}` as SeatKey;
}

export function keyOf(cell: CellRef): CellKey {
  return cellKey(cell.inscriptionId, cell.unitId, cell.day);
}

/** The cell that a text names, or null where it is not a key as `cellKey` writes it. */
export function parseCellKey(text: string): CellRef | null {
  const [inscription, unit, dayText, ...rest] = text.split("|");
  const inscriptionId = parseId(inscription);
  const unitId = parseId(unit);
  const d = parseDay(dayText ?? "");
  if (inscriptionId === null || unitId === null || d === null || rest.length > 0) return null;
  return { inscriptionId, unitId, day: d };
}

/** Reads a key that came from outside as a branded one, or null. */
export function asCellKey(text: string): CellKey | null {
  const cell = parseCellKey(text);
  return cell === null ? null : keyOf(cell);
}

/** What a record by cell holds, with its keys as keys: TypeScript reads them as plain texts. */
export function entriesByCell<V>(record: Readonly<Record<CellKey, V>>): [CellKey, V][] {
  return Object.entries(record) as [CellKey, V][];
}

function parseId(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
}

export function baseOf(context: BookingContext, key: CellKey): CellBase {
  return context.held[key] ?? "free";
}
