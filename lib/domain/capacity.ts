import type { Day, Period } from "@/lib/domain/day";
import type { DayPart } from "@/lib/domain/unit";

/** So many places on these days, instead of the usual number. */
export interface SeatsException extends Period {
  readonly seats: number;
}

/** A unit of a group that the town limits: at most so many children at each moment that it covers. */
export interface UnitLimit {
  readonly unitId: number;
  readonly covers: readonly DayPart[];
  /** Null where only the exceptions limit it. */
  readonly usual: number | null;
  /** Never two of one day. */
  readonly exceptions: readonly SeatsException[];
}

/** How many children hold a part of a group's day: answered, and awaiting an answer. */
export interface PartCount {
  readonly day: Day;
  readonly part: DayPart;
  readonly taken: number;
  readonly asked: number;
}

/** A unit's places on one day, at the moment of the day at which the fewest are left. */
export interface Standing {
  readonly seats: number;
  readonly taken: number;
  readonly asked: number;
  /** Negative where more are held than there are places. */
  readonly left: number;
}

type Counts = ReadonlyMap<string, PartCount>;

/** The counts by day and part of the day, as `standingOn` reads them. */
export function countsByPart(counts: readonly PartCount[]): Counts {
  return new Map(counts.map((count) => [`${count.day}|${count.part}`, count]));
}

/** What the unit alone allows that day; null where nothing limits it. */
export function seatsOfUnit({ usual, exceptions }: UnitLimit, d: Day): number | null {
  return exceptions.find(({ from, to }) => from <= d && d <= to)?.seats ?? usual;
}

/**
 * The places of one moment of a group's day: units that cover it share them, so the smallest number that
 * one of them says; null where none of them is limited.
 */
export function seatsOn(limits: readonly UnitLimit[], d: Day, part: DayPart): number | null {
  let least: number | null = null;
  for (const limit of limits) {
    const seats = limit.covers.includes(part) ? seatsOfUnit(limit, d) : null;
    if (seats !== null && (least === null || seats < least)) least = seats;
  }
  return least;
}

/** A day on which children hold more than there is. */
export interface OverDay {
  readonly day: Day;
  readonly held: number;
  readonly seats: number;
}

/**
 * The days on which a change of the limits leaves fewer places than children hold, each at the moment at which
 * the most are too many. A moment that the change leaves alone is not among them. By day.
 */
export function overDays(
  before: readonly UnitLimit[],
  after: readonly UnitLimit[],
  counts: readonly PartCount[],
): OverDay[] {
  const worst = new Map<Day, OverDay>();
  for (const { day, part, taken, asked } of counts) {
    const seats = seatsOn(after, day, part);
    const was = seatsOn(before, day, part);
    const held = taken + asked;
    if (seats === null || held <= seats || (was !== null && was <= seats)) continue;
    const known = worst.get(day);
    if (!known || held - seats > known.held - known.seats) worst.set(day, { day, held, seats });
  }
  return [...worst.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/**
 * Whether one child more of those who have their answer would be over at some moment that these parts cover:
 * what still awaits an answer does not count against the one that is answered.
 */
export function goesOver(
  limits: readonly UnitLimit[],
  counts: Counts,
  covers: readonly DayPart[],
  d: Day,
): boolean {
  return covers.some((part) => {
    const seats = seatsOn(limits, d, part);
    return seats !== null && (counts.get(`${d}|${part}`)?.taken ?? 0) >= seats;
  });
}

/**
 * How a unit that covers these parts of the day stands: a day in Journée uses a place of the morning, of
 * noon and of the afternoon, so its fewest are left where one of them has the fewest. Null: not limited.
 */
export function standingOn(
  limits: readonly UnitLimit[],
  counts: Counts,
  covers: readonly DayPart[],
  d: Day,
): Standing | null {
  let tightest: Standing | null = null;
  for (const part of covers) {
    const seats = seatsOn(limits, d, part);
    if (seats === null) continue;
    const { taken, asked } = counts.get(`${d}|${part}`) ?? { taken: 0, asked: 0 };
    const left = seats - taken - asked;
    if (tightest === null || left < tightest.left) tightest = { seats, taken, asked, left };
  }
  return tightest;
}
