import fc from "fast-check";
import type { BookingContext } from "@/lib/domain/booking/context";
import { addDays, day, dayOf, type Day, type Period } from "@/lib/domain/day";
import {
  checkPeriodicity,
  cycleWeekOf,
  defaultPeriod,
  type Periodicity,
  type PeriodicityTick,
} from "@/lib/domain/periodicity";
import { usualRhythm } from "@/lib/domain/rhythm";
import { anyPeriodicity } from "@/tests/support/arbitraries/booking";
import {
  aBookingContext,
  allInscriptions,
  inscriptionId,
  leo,
  unitId,
} from "@/tests/support/booking";
import { canteen, reserved } from "@/tests/support/rhythm";

const { leoStudy, lucasWednesdays } = inscriptionId;
const { repas, etudes, journee } = unitId;

function ticksOn(p: Periodicity, d: Day): string[] {
  return (p.weeks[cycleWeekOf(p, d)] ?? [])
    .map((tick) => `${tick.inscriptionId} ${tick.unitId} ${tick.weekday}`)
    .sort();
}

/** The week's ticks, for twelve weeks (a multiple of every cycle) from a day. */
function twelveWeeks(p: Periodicity, from: Day): string[][] {
  return Array.from({ length: 12 }, (_, week) => ticksOn(p, addDays(from, 7 * week)));
}

const lastYear: Period = { from: day("2025-09-01"), to: day("2026-07-03") };

describe("the usual rhythm", () => {
  test("last year's Tuesdays and Thursdays, carried over to this year's inscription", () => {
    const before = aBookingContext();
    const p = { ...lastYear, weeks: [[canteen(2), canteen(4)]] };
    const past = reserved(before, p, day("2026-07-04"));
    const context = aBookingContext({ year: "2026-2027", now: "2026-07-15T10:00" });
    expect(usualRhythm(past, context, allInscriptions)).toEqual({
      weeks: [[canteen(2), canteen(4)]],
      basis: "lastYear",
    });
    expect(usualRhythm(past, context, [leoStudy, lucasWednesdays])).toBeNull();
  });

  test("this year's weeks come before last year's", () => {
    const context = aBookingContext({ now: "2026-01-20T10:00" });
    const p = { ...lastYear, weeks: [[canteen(1)]] };
    const before = [0, 7, 14, 21, 28].map((n) => ({
      childId: leo,
      unitId: repas,
      day: addDays(day("2025-05-06"), n),
    }));
    const past = [...before, ...reserved(context, p, day("2026-01-20"))];
    expect(usualRhythm(past, context, allInscriptions)).toEqual({
      weeks: [[canteen(1)]],
      basis: "lastWeeks",
    });
  });

  test("too little to go by: three weeks", () => {
    const context = aBookingContext({ now: "2025-09-20T10:00" });
    const p = { ...lastYear, weeks: [[canteen(2)]] };
    const past = reserved(context, p, day("2025-09-20"));
    expect(past).toHaveLength(3);
    expect(usualRhythm(past, context, allInscriptions)).toBeNull();
    expect(usualRhythm([], context, allInscriptions)).toBeNull();
    const later = aBookingContext({ now: "2025-09-27T10:00" });
    const four = reserved(later, p, day("2025-09-27"));
    expect(usualRhythm(four, later, allInscriptions)?.weeks).toEqual([[canteen(2)]]);
  });

  test("days without a rule are no rhythm", () => {
    const context = aBookingContext({ now: "2025-12-20T10:00" });
    const days = "2025-09-02 2025-09-12 2025-09-29 2025-10-16 2025-11-07 2025-11-24 2025-12-09";
    const past = days.split(" ").map((d) => ({ childId: leo, unitId: repas, day: day(d) }));
    expect(usualRhythm(past, context, allInscriptions)).toBeNull();
  });

  test("a sick child now and then does not hide it, a unit given up does not come back", () => {
    const context = aBookingContext({ now: "2026-02-10T10:00" });
    const p = {
      ...lastYear,
      weeks: [
        [canteen(2), canteen(4), { inscriptionId: leoStudy, unitId: etudes, weekday: 1 as const }],
      ],
    };
    const gone = ["2025-12-04", "2026-01-13"];
    const past = reserved(context, p, day("2026-02-10")).filter(
      (one) => !gone.includes(one.day) && !(one.unitId === etudes && one.day > "2025-10-15"),
    );
    expect(usualRhythm(past, context, allInscriptions)?.weeks).toEqual([[canteen(2), canteen(4)]]);
  });

  test("another child's days are another child's", () => {
    const context = aBookingContext({ now: "2025-12-20T10:00" });
    const p = { ...lastYear, weeks: [[canteen(2)]] };
    const past = reserved(context, p, day("2025-12-20")).map((one) => ({ ...one, childId: 77 }));
    expect(usualRhythm(past, context, allInscriptions)).toBeNull();
  });

  test("one week in two is told in the order of the weeks to come", () => {
    const p = {
      ...lastYear,
      weeks: [
        [canteen(2)],
        [{ inscriptionId: lucasWednesdays, unitId: journee, weekday: 3 as const }],
      ],
    };
    for (const now of ["2026-01-20T10:00", "2026-01-27T10:00"]) {
      const context = aBookingContext({ now });
      const rhythm = usualRhythm(
        reserved(context, p, dayOf(context.now)),
        context,
        allInscriptions,
      );
      const from = defaultPeriod(context, allInscriptions)?.from ?? day("2026-01-01");
      expect(rhythm?.weeks).toEqual([
        p.weeks[cycleWeekOf(p, from)],
        p.weeks[1 - cycleWeekOf(p, from)],
      ]);
    }
  });

  test("a family that follows any periodicity is offered that periodicity", () => {
    const context = aBookingContext({ now: "2026-02-19T10:00" });
    const anyRegular = anyPeriodicity(context.inscriptions).map(({ weeks }) => ({
      ...lastYear,
      weeks: weeks.map((week) => week.filter((tick) => isOpenOn(context, tick))),
    }));
    fc.assert(
      fc.property(anyRegular, (p) => {
        fc.pre(p.weeks.flat().length > 0);
        const past = reserved(context, p, day("2026-02-19"));
        const rhythm = usualRhythm(past, context, allInscriptions);
        const period = defaultPeriod(context, allInscriptions);
        if (!rhythm || !period) throw new Error("No rhythm found");
        const offered = { ...period, weeks: rhythm.weeks };
        expect(checkPeriodicity(context, offered, []).ok).toBe(true);
        expect(twelveWeeks(offered, period.from)).toEqual(twelveWeeks(p, period.from));
        expect(rhythm.weeks.length).toBeLessThanOrEqual(p.weeks.length);
      }),
      { numRuns: 30 },
    );
  });
});

function isOpenOn(context: BookingContext, tick: PeriodicityTick): boolean {
  return context.inscriptions
    .filter(({ id }) => id === tick.inscriptionId)
    .flatMap(({ openings }) => openings)
    .some((rule) => rule.unitId === tick.unitId && rule.weekdays.includes(tick.weekday));
}
