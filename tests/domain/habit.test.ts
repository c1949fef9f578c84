import fc from "fast-check";
import { day, dayOf } from "@/lib/domain/day";
import type { PeriodicityTick } from "@/lib/domain/periodicity";
import { usualRhythm, type PastReservation } from "@/lib/domain/rhythm";
import { aBookingContext, allInscriptions, inscriptionId, unitId } from "@/tests/support/booking";
import { canteen, reserved } from "@/tests/support/rhythm";

describe("rather nothing than something false", () => {
  const now = "2026-02-19T10:00";
  const context = aBookingContext({ now });
  const wednesday = (inscription: number): PeriodicityTick => ({
    inscriptionId: inscription,
    unitId: unitId.journee,
    weekday: 3,
  });
  /** What was reserved by rules, each over its own days. */
  const kept = (...rules: [from: string, to: string, ...weeks: PeriodicityTick[][]][]) =>
    rules.flatMap(([from, to, ...weeks]) =>
      reserved(context, { from: day(from), to: day(to), weeks }, dayOf(context.now)),
    );
  const weeksRead = (past: PastReservation[]) =>
    usualRhythm(past, context, allInscriptions)?.weeks ?? null;
  const tueThu = [canteen(2), canteen(4)];
  const monFri = [canteen(1), canteen(5)];

  test.each<[string, PastReservation[], PeriodicityTick[][] | null]>([
    [
      "four weeks of another",
      kept(["2025-09-01", "2026-01-18", tueThu], ["2026-01-19", "2026-02-20", monFri]),
      [monFri],
    ],
    [
      "two weeks of another: neither",
      kept(["2025-09-01", "2026-02-01", tueThu], ["2026-02-02", "2026-02-20", monFri]),
      null,
    ],
    [
      "Wednesdays given up four weeks ago",
      kept(
        ["2025-09-01", "2026-02-20", tueThu],
        ["2025-09-01", "2026-01-18", [wednesday(inscriptionId.lucasWednesdays)]],
      ),
      [tueThu],
    ],
    [
      "a day more for four weeks",
      kept(["2025-09-01", "2026-02-20", tueThu], ["2026-01-19", "2026-02-20", [canteen(5)]]),
      [[...tueThu, canteen(5)]],
    ],
    [
      "one week in two, seen twice each: nothing",
      kept(["2026-01-19", "2026-02-20", [canteen(2)], []]),
      null,
    ],
    [
      "a sister's weeks are not those of a child seen for three",
      kept(
        ["2025-09-01", "2026-02-20", tueThu],
        ["2026-02-01", "2026-02-20", [wednesday(inscriptionId.lucasWednesdays)]],
      ),
      [tueThu],
    ],
  ])("%s", (_case, past, expected) => {
    const sorted = weeksRead(past)?.map((week) => [...week].sort((a, b) => a.weekday - b.weekday));
    expect(sorted ?? null).toEqual(
      expected?.map((week) => [...week].sort((a, b) => a.weekday - b.weekday)) ?? null,
    );
  });

  test("one week in two is never offered every week", () => {
    const past = kept(["2025-09-01", "2026-02-20", [canteen(2)], []]);
    const weeks = weeksRead(past);
    expect(weeks).toHaveLength(2);
    expect(weeks?.flat()).toEqual([canteen(2)]);
  });

  test.each([0.3, 0.5, 0.7])("days drawn with a chance of %f are no rhythm", (chance) => {
    const open = ([1, 2, 4, 5] as const).flatMap((weekday) =>
      kept(["2025-09-01", "2026-02-20", [canteen(weekday)]]),
    );
    const anyDays = fc.array(fc.integer({ min: 0, max: 99 }), {
      minLength: open.length,
      maxLength: open.length,
    });
    // Drawn days look like a habit by chance now and then: of 100 families, not two.
    const families = fc.sample(anyDays, { numRuns: 100, seed: 20261126 });
    const invented = families.filter((drawn) =>
      weeksRead(open.filter((_, i) => (drawn[i] ?? 0) < 100 * chance)),
    );
    expect(invented.length).toBeLessThan(2);
  });
});
