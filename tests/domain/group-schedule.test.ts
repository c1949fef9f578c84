import fc from "fast-check";
import { addDays, day } from "@/lib/domain/day";
import {
  contradictedPlaces,
  contradictionOf,
  fittedPeriod,
  isWithinGroup,
  isWithinYear,
  type GroupPlace,
  type GroupSchedule,
} from "@/lib/domain/group-schedule";
import type { OpeningRule } from "@/lib/domain/opening";

const year = { from: day("2026-09-01"), to: day("2027-07-02") };
const calendar = {
  years: [{ name: "2026-2027", firstSchoolDay: year.from, lastSchoolDay: year.to, breaks: [] }],
};
const rule: OpeningRule = { unitId: 1, weekdays: [1, 2, 4, 5], dayKinds: ["schoolDay"], ...year };
const schedule = (its: Partial<GroupSchedule> = {}): GroupSchedule => ({
  openings: [rule],
  exceptions: [],
  ...its,
});

const anyPeriod = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 100 }))
  .map(([start, length]) => {
    const from = addDays(year.from, start);
    return { from, to: addDays(from, length) };
  });

test("what is fitted to a group's new dates lies within them", () => {
  fc.assert(
    fc.property(anyPeriod, anyPeriod, anyPeriod, (own, was, now) => {
      const fitted = fittedPeriod(own, was, now);
      if (fitted) expect(isWithinGroup(fitted, now)).toBe(true);
      expect(fittedPeriod(was, was, now)).toEqual(now);
    }),
  );
});

test("nothing is contradicted by a change that leaves the schedule, nor by one that only opens", () => {
  const anyPlace = fc.record({
    childId: fc.integer({ min: 1, max: 3 }),
    unitId: fc.constantFrom(1, 2),
    day: fc.integer({ min: 0, max: 300 }).map((n) => addDays(year.from, n)),
  });
  fc.assert(
    fc.property(fc.array(anyPlace), (places) => {
      const wider = schedule({ openings: [rule, { ...rule, weekdays: [3] }] });
      expect(contradictedPlaces(places, schedule(), schedule(), calendar)).toEqual([]);
      expect(contradictedPlaces(places, schedule(), wider, calendar)).toEqual([]);
      const closed = contradictedPlaces(places, wider, schedule({ openings: [] }), calendar);
      expect(contradictionOf(closed)?.days ?? 0).toBeLessThanOrEqual(closed.length);
    }),
  );
});

test("a weekday that is removed, a day that closes: who loses how many days, and when", () => {
  const place = (childId: number, d: string): GroupPlace => ({ childId, unitId: 1, day: day(d) });
  const places = [
    place(1, "2026-11-23"),
    place(1, "2026-11-30"),
    place(2, "2026-11-30"),
    place(2, "2026-12-01"),
  ];
  const noMonday = schedule({ openings: [{ ...rule, weekdays: [2, 4, 5] }] });
  expect(contradictionOf(contradictedPlaces(places, schedule(), noMonday, calendar))).toEqual({
    children: 2,
    days: 3,
    period: { from: "2026-11-23", to: "2026-11-30" },
  });
  const strike = { unitId: "every", day: day("2026-12-01"), open: false, reason: "Grève" } as const;
  const closed = contradictedPlaces(
    places,
    schedule(),
    schedule({ exceptions: [strike] }),
    calendar,
  );
  expect(closed).toEqual([place(2, "2026-12-01")]);
  expect(contradictionOf([])).toBeNull();
});

test("a group may last into the summers around its year, and no farther", () => {
  expect(isWithinYear({ from: day("2026-07-06"), to: day("2027-08-31") }, year)).toBe(true);
  expect(isWithinYear({ from: day("2026-06-01"), to: day("2027-07-02") }, year)).toBe(false);
  expect(isWithinYear({ from: day("2026-09-01"), to: day("2027-10-01") }, year)).toBe(false);
});
