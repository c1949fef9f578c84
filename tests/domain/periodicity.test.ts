import fc from "fast-check";
import { applyPeriodicity } from "@/lib/domain/booking/apply-periodicity";
import { addDays, day, daysBetween, mondayOf } from "@/lib/domain/day";
import {
  checkPeriodicity,
  cycleWeekOf,
  type Periodicity,
  type PeriodicityTick,
} from "@/lib/domain/periodicity";
import { anyDay } from "@/tests/support/arbitraries/days";
import { aBookingContext, inscriptionId, unitId } from "@/tests/support/booking";

const { leoCanteen, lucasWednesdays } = inscriptionId;
const { repas, matin, journee } = unitId;

const tuesday: PeriodicityTick = { inscriptionId: leoCanteen, unitId: repas, weekday: 2 };
const thursday: PeriodicityTick = { ...tuesday, weekday: 4 };
const wholeWednesday: PeriodicityTick = {
  inscriptionId: lucasWednesdays,
  unitId: journee,
  weekday: 3,
};

function aPeriodicity(spec: Partial<Periodicity> = {}): Periodicity {
  return { from: day("2025-09-01"), to: day("2025-09-28"), weeks: [[tuesday]], ...spec };
}

describe("what may be applied", () => {
  const context = aBookingContext();
  const check = (spec: Partial<Periodicity>, emptied: number[] = []) => {
    const result = checkPeriodicity(context, aPeriodicity(spec), emptied);
    return result.ok ? "fine" : result.refusal;
  };

  test("a plain one, and one that only empties", () => {
    expect(check({})).toBe("fine");
    expect(check({ weeks: [[]] }, [leoCanteen])).toBe("fine");
    expect(check({ weeks: [[tuesday], [], [], [thursday]] })).toBe("fine");
  });

  test("not an end before its start, an empty one, a cycle of none or five weeks", () => {
    expect(check({ to: day("2025-08-31") })).toBe("endBeforeStart");
    expect(check({ weeks: [[], []] })).toBe("emptyPeriodicity");
    expect(check({ weeks: [] })).toBe("cycleOutOfRange");
    expect(check({ weeks: [[tuesday], [], [], [], []] })).toBe("cycleOutOfRange");
  });

  test("not a year of 400 weeks: 400 days at most", () => {
    expect(check({ to: addDays(day("2025-09-01"), 399) })).toBe("fine");
    expect(check({ to: addDays(day("2025-09-01"), 400) })).toBe("periodTooLong");
    expect(check({ to: addDays(day("2025-09-01"), 400 * 7) })).toBe("periodTooLong");
  });

  test("not beside the school year", () => {
    expect(check({ from: day("2024-09-01"), to: day("2025-08-31") })).toBe("outsideYear");
    expect(check({ from: day("2025-08-01"), to: day("2025-09-01") })).toBe("fine");
  });

  test("not a stranger's inscription, nor another activity's unit", () => {
    expect(check({ weeks: [[{ ...tuesday, inscriptionId: 999 }]] })).toBe("unknownUnit");
    expect(check({ weeks: [[{ ...tuesday, unitId: journee }]] })).toBe("unknownUnit");
    expect(check({}, [999])).toBe("unknownUnit");
  });

  test("not Journée with Matin on one day; on two days or in two weeks, yes", () => {
    const morning = { ...wholeWednesday, unitId: matin };
    expect(check({ weeks: [[wholeWednesday, morning]] })).toBe("overlap");
    expect(check({ weeks: [[wholeWednesday], [morning]] })).toBe("fine");
    expect(check({ weeks: [[tuesday, tuesday]] })).toBe("fine");
  });
});

describe("the weeks of a cycle", () => {
  test("week 1 is the calendar week of the first day, whatever that day", () => {
    fc.assert(
      fc.property(
        anyDay(),
        fc.integer({ min: 1, max: 4 }),
        fc.nat({ max: 400 }),
        (from, n, after) => {
          const p = aPeriodicity({ from, weeks: Array.from({ length: n }, () => [tuesday]) });
          const monday = mondayOf(from);
          for (let i = 0; i < 7; i += 1) expect(cycleWeekOf(p, addDays(monday, i))).toBe(0);
          const d = addDays(from, after);
          expect(cycleWeekOf(p, d)).toBe((daysBetween(monday, mondayOf(d)) / 7) % n);
          expect(cycleWeekOf(p, addDays(d, 7))).toBe((cycleWeekOf(p, d) + 1) % n);
        },
      ),
    );
  });

  test("they count on through the holidays", () => {
    const p = aPeriodicity({
      from: day("2025-10-06"),
      to: day("2025-11-30"),
      weeks: [[tuesday], [thursday]],
    });
    const { preview } = applyPeriodicity(aBookingContext(), {}, p, "replace", []);
    // 7 Oct. (1), 16 Oct. (2), two weeks of Toussaint (1, 2), 4 Nov. (1), 13 Nov. (2), 18 Nov., 27 Nov.
    expect(preview[0]?.added.map((cell) => cell.day)).toEqual(
      "2025-10-07 2025-10-16 2025-11-04 2025-11-13 2025-11-18 2025-11-27".split(" "),
    );
  });

  test("2026 has 53 weeks: two odd week numbers in a row change nothing", () => {
    const p = aPeriodicity({ from: day("2026-12-14"), weeks: [[tuesday], []] });
    const mondays = ["2026-12-14", "2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11"];
    expect(mondays.map((monday) => cycleWeekOf(p, day(monday)))).toEqual([0, 1, 0, 1, 0]);
  });

  test("a first day in the middle of the week does not shorten week 1", () => {
    const p = aPeriodicity({ from: day("2025-09-11"), weeks: [[tuesday, thursday], []] });
    const { preview } = applyPeriodicity(aBookingContext(), {}, p, "replace", []);
    expect(preview[0]?.added.map((cell) => cell.day)).toEqual([
      "2025-09-11",
      "2025-09-23",
      "2025-09-25",
    ]);
  });
});
