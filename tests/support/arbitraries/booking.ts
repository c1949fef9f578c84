import fc from "fast-check";
import {
  baseOf,
  cellKey,
  type BookingContext,
  type BookingInscription,
  type CellBase,
  type CellKey,
  type HeldState,
} from "@/lib/domain/booking/context";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { addDays, day, type Weekday } from "@/lib/domain/day";
import { overlap } from "@/lib/domain/unit";
import type { Periodicity, PeriodicityTick } from "@/lib/domain/periodicity";
import { aBookingContext, allInscriptions } from "@/tests/support/booking";
import { anyCutOffRule, anyMoment } from "@/tests/support/arbitraries/days";

/* A quarter of the manual's family, around a New Year and a school break: short enough to run
   thousands of times, with every kind of day in it. */
export const quarter = { from: day("2025-11-24"), to: day("2026-01-25") };
const quarterDays = 63;

const anyOffset = fc.integer({ min: 0, max: quarterDays - 1 });
const anyIndex = fc.nat({ max: 20 });
const anyHeldState: fc.Arbitrary<HeldState> = fc.constantFrom(
  "reserved",
  "reserved",
  "reserved",
  "pending",
  "removalPending",
  "elsewhere",
);

const anyModes = fc.record({
  additions: fc.constantFrom("automatic" as const, "examined" as const),
  removals: fc.constantFrom("automatic" as const, "examined" as const),
  addCutOff: anyCutOffRule,
  removeCutOff: anyCutOffRule,
  lateAdditions: fc.boolean(),
  lateRemovals: fc.boolean(),
  mayBook: fc.constantFrom(true, true, true, true, false),
  exceptions: fc.array(
    fc
      .tuple(fc.constantFrom("every" as const, 4, 5, 7), anyOffset, fc.boolean())
      .map(([unitId, offset, open]) => ({
        unitId,
        day: addDays(quarter.from, offset),
        open,
        reason: "Grève",
      })),
    { maxLength: 4 },
  ),
});

/** Any cut-offs, modes, exceptional days and hour; what is held never overlaps, as in the database. */
export const anyBookingContext: fc.Arbitrary<BookingContext> = fc
  .record({
    modes: fc.tuple(anyModes, anyModes, anyModes, anyModes, anyModes),
    now: anyMoment("2025-11-01", "2026-02-01"),
    held: fc.array(fc.tuple(anyIndex, anyIndex, anyOffset, anyHeldState), { maxLength: 60 }),
  })
  .map(({ modes, now, held }) => {
    const context = aBookingContext({
      now,
      every: quarter,
      inscriptions: Object.fromEntries(
        allInscriptions.map((id, index) => [id, modes[index] ?? modes[0]]),
      ),
    });
    return { ...context, held: heldOf(context, held) };
  });

function heldOf(
  context: BookingContext,
  rows: readonly (readonly [number, number, number, HeldState])[],
): Record<CellKey, HeldState> {
  const held: Record<CellKey, HeldState> = {};
  for (const [i, j, offset, state] of rows) {
    const inscription = pick(context.inscriptions, i);
    const unit = pick(inscription.units, j);
    const d = addDays(quarter.from, offset);
    const rivals = inscription.units.filter((other) => overlap(other.covers, unit.covers));
    const isTaken = rivals.some((other) => cellKey(inscription.id, other.id, d) in held);
    if (!isTaken) held[cellKey(inscription.id, unit.id, d)] = state;
  }
  return held;
}

function pick<T>(all: readonly T[], index: number): T {
  const one = all[index % all.length];
  if (one === undefined) throw new Error("Nothing to pick from");
  return one;
}

const anySeen: fc.Arbitrary<CellBase | null> = fc.constantFrom(
  null,
  null,
  null,
  null,
  "free",
  "reserved",
  "elsewhere",
);

/** What anybody might send: cells of the family (`seen` true or stale), and cells that are nobody's. */
export function anyWishes(context: BookingContext): fc.Arbitrary<Wishes> {
  const anyKey = fc
    .tuple(anyIndex, anyIndex, fc.integer({ min: -5, max: quarterDays + 5 }), fc.nat({ max: 30 }))
    .map(([i, j, offset, odd]) => {
      const inscription = pick(context.inscriptions, i);
      const unit = pick(inscription.units, j);
      const d = addDays(quarter.from, offset);
      return cellKey(odd === 1 ? 999 : inscription.id, odd === 2 ? 999 : unit.id, d);
    });
  return fc
    .array(fc.tuple(anyKey, fc.boolean(), anySeen), { maxLength: 60 })
    .map((rows) =>
      Object.fromEntries(
        rows.map(([key, want, seen]) => [key, { want, seen: seen ?? baseOf(context, key) }]),
      ),
    );
}

/** A periodicity without overlap, over part of the quarter, on any of the inscriptions. */
export function anyPeriodicity(
  inscriptions: readonly BookingInscription[],
  cycle: { min: number; max: number } = { min: 1, max: 4 },
): fc.Arbitrary<Periodicity> {
  const anyTick = fc
    .tuple(anyIndex, anyIndex, fc.integer({ min: 1, max: 5 }))
    .map(([i, j, weekday]): PeriodicityTick => {
      const inscription = pick(inscriptions, i);
      return {
        inscriptionId: inscription.id,
        unitId: pick(inscription.units, j).id,
        weekday: weekday as Weekday,
      };
    });
  const anyWeek = fc
    .array(anyTick, { maxLength: 12 })
    .map((ticks) => withoutOverlap(inscriptions, ticks));
  return fc
    .record({
      start: anyOffset,
      length: anyOffset,
      weeks: fc.array(anyWeek, { minLength: cycle.min, maxLength: cycle.max }),
    })
    .map(({ start, length, weeks }) => ({
      from: addDays(quarter.from, start),
      to: addDays(quarter.from, start + length),
      weeks,
    }));
}

function withoutOverlap(
  inscriptions: readonly BookingInscription[],
  ticks: readonly PeriodicityTick[],
): PeriodicityTick[] {
  const coversOf = (tick: PeriodicityTick) =>
    inscriptions
      .find(({ id }) => id === tick.inscriptionId)
      ?.units.find((u) => u.id === tick.unitId)?.covers ?? [];
  return ticks.filter(
    (tick, index) =>
      !ticks
        .slice(0, index)
        .some(
          (other) =>
            other.inscriptionId === tick.inscriptionId &&
            other.weekday === tick.weekday &&
            overlap(coversOf(other), coversOf(tick)),
        ),
  );
}
