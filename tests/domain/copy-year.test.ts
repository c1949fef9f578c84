import fc from "fast-check";
import { openingInNextYear, periodInNextYear } from "@/lib/domain/copy-year";
import { addDays, day } from "@/lib/domain/day";
import { isWithinGroup, isWithinYear } from "@/lib/domain/group-schedule";

const change = {
  from: { from: day("2025-09-01"), to: day("2026-07-03") },
  to: { from: day("2026-09-01"), to: day("2027-07-02") },
};
const anyPeriod = fc
  .tuple(fc.integer({ min: -60, max: 300 }), fc.integer({ min: 0, max: 300 }))
  .map(([start, length]) => {
    const from = addDays(change.from.from, start);
    return { from, to: addDays(from, length) };
  });

test("what lasts the whole year does again; what begins a week after, or ends a week before, too", () => {
  expect(periodInNextYear(change.from, change)).toEqual(change.to);
  const studies = { from: day("2025-09-08"), to: day("2026-06-26") };
  expect(periodInNextYear(studies, change)).toEqual({ from: "2026-09-08", to: "2027-06-25" });
});

test("what is copied lies in the year, and an opening in its group", () => {
  fc.assert(
    fc.property(anyPeriod, anyPeriod, (group, opening) => {
      const copied = periodInNextYear(group, change);
      if (!copied) return;
      expect(isWithinYear(copied, change.to)).toBe(true);
      const opens = openingInNextYear(opening, copied, change);
      if (opens) expect(isWithinGroup(opens, copied)).toBe(true);
    }),
  );
});
