import type { Day } from "./day";
import { cents, sumCents, type Cents } from "./money";
import { owes } from "./booking/standing";
import type { ReservationState } from "./booking/context";
import type { LineChange } from "./service-request";
import type { ClosingException } from "./closure";

/** A reservation on a day that closes. */
export interface TouchedPlace {
  readonly inscriptionId: number;
  readonly unitId: number;
  readonly day: Day;
  readonly state: ReservationState;
  readonly familyId: number;
  readonly childId: number;
  readonly unitLabel: string;
  readonly nounSingular: string;
  readonly nounPlural: string;
  readonly activityLabel: string;
  /** In cents, as it was validated; null where it had no price. */
  readonly amount: number | null;
}

/** A fee that ends because nothing is left of what it is charged for. */
export interface EndingFee {
  readonly familyId: number;
  readonly amount: number;
}

/** A date of a request that waits. */
export interface WaitingLine {
  readonly change: LineChange;
  /** Asked past its cut-off: a late reservation, or an absence. */
  readonly late: boolean;
}

/** How many of a unit on a day. */
export interface ClosedUnitDay {
  readonly day: Day;
  readonly activityLabel: string;
  readonly unitLabel: string;
  readonly nounSingular: string;
  readonly nounPlural: string;
  readonly places: number;
}

/** Who and what a closure touches, in figures: what an agent reads before anything is written. */
export interface ClosureFigures {
  /** Groups that close, on how many days. */
  readonly groups: number;
  readonly days: number;
  readonly children: number;
  readonly families: number;
  readonly places: number;
  readonly unitDays: readonly ClosedUnitDay[];
  /** Off the bills: of what families owe by now. What waits for an answer is not owed yet. */
  readonly amount: Cents;
  /** Of these places, those that have no price. */
  readonly unpriced: number;
  readonly waiting: {
    readonly additions: number;
    readonly removals: number;
    /** Of both, those that were asked past their cut-off. */
    readonly late: number;
  };
}

export interface Touched {
  readonly exceptions: readonly ClosingException[];
  /** In the order of days and units. */
  readonly places: readonly TouchedPlace[];
  readonly fees: readonly EndingFee[];
  readonly lines: readonly WaitingLine[];
}

/** Adds up what a closure touches. */
export function closureFigures({ exceptions, places, fees, lines }: Touched): ClosureFigures {
  const count = (keys: readonly unknown[]) => new Set(keys).size;
  return {
    groups: count(exceptions.map(({ groupId }) => groupId)),
    days: count([...exceptions, ...places].map(({ day }) => day)),
    children: count(places.map(({ childId }) => childId)),
    families: count(places.map(({ familyId }) => familyId)),
    places: places.length,
    unitDays: unitDaysOf(places),
    amount: givenBack(places, fees),
    unpriced: places.filter(({ amount }) => amount === null).length,
    waiting: {
      additions: lines.filter(({ change }) => change === "add").length,
      removals: lines.filter(({ change }) => change === "remove").length,
      late: lines.filter(({ late }) => late).length,
    },
  };
}

/** What families owe of these places and fees, and no longer will. */
export function givenBack(
  places: readonly Pick<TouchedPlace, "state" | "amount">[],
  fees: readonly EndingFee[],
): Cents {
  const owed = places.filter(({ state }) => owes(state)).map(({ amount }) => cents(amount ?? 0));
  return sumCents([...owed, ...fees.map(({ amount }) => cents(amount))]);
}

function unitDaysOf(places: readonly TouchedPlace[]): ClosedUnitDay[] {
  const found = new Map<string, { first: TouchedPlace; places: number }>();
  for (const place of places) {
    const key = `${place.day} ${place.unitId}`;
    const one = found.get(key) ?? { first: place, places: 0 };
    found.set(key, { ...one, places: one.places + 1 });
  }
  return [...found.values()]
    .map(({ first: { day, activityLabel, unitLabel, nounSingular, nounPlural }, ...one }) => ({
      day,
      activityLabel,
      unitLabel,
      nounSingular,
      nounPlural,
      ...one,
    }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
