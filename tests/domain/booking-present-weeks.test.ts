import fc from "fast-check";
import { applyPeriodicity } from "@/lib/domain/booking/apply-periodicity";
import { presentWeeks } from "@/lib/domain/booking/present-weeks";
import { moment } from "@/lib/domain/day";
import { anyPeriodicity } from "@/tests/support/arbitraries/booking";
import { aBookingContext } from "@/tests/support/booking";

/** Before every cut-off: what is asked is had wherever a unit opens. */
const context = aBookingContext({ now: moment("2025-07-15T10:00") });

test("applying the weeks that one has changes nothing", () => {
  let worth = 0;
  fc.assert(
    fc.property(anyPeriodicity(context.inscriptions), (asked) => {
      const { wishes } = applyPeriodicity(context, {}, asked, "replace", []);
      const weeks = presentWeeks(context, wishes, asked, asked.weeks.length);
      const again = applyPeriodicity(context, wishes, { ...asked, weeks }, "replace", []);
      expect(again.wishes).toEqual(wishes);
      if (weeks.flat().length > 0) worth += 1;
    }),
    { numRuns: 200 },
  );
  expect(worth).toBeGreaterThan(100);
});

test("nothing held is no week", () => {
  expect(presentWeeks(context, {}, context.schoolYear, 2)).toEqual([[], []]);
});
