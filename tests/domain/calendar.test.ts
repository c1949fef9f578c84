import fc from "fast-check";
import { kindOfDay, kindWithoutHolidays, type DayKind } from "@/lib/domain/calendar";
import { addDays, day, eachDay, weekdayOf } from "@/lib/domain/day";
import { publicHolidayName } from "@/lib/domain/public-holidays";
import { anyCalendar, anyDay } from "../support/arbitraries/days";
import { zoneCCalendar as calendar } from "../support/school-calendar";

describe("the kind of a day, zone C", () => {
  it.each<[string, DayKind, string | null]>([
    ["2025-08-29", "schoolBreak", "Vacances d’été"],
    ["2025-08-31", "weekend", null],
    ["2025-09-01", "schoolDay", null],
    ["2025-10-17", "schoolDay", null],
    ["2025-10-18", "weekend", null],
    ["2025-10-20", "schoolBreak", "Vacances de la Toussaint"],
    ["2025-10-31", "schoolBreak", "Vacances de la Toussaint"],
    ["2025-11-01", "publicHoliday", "Toussaint"],
    ["2025-11-03", "schoolDay", null],
    ["2025-11-11", "publicHoliday", "Armistice 1918"],
    ["2025-12-25", "publicHoliday", "Noël"],
    ["2026-02-23", "schoolBreak", "Vacances d’hiver"],
    ["2026-05-14", "publicHoliday", "Ascension"],
    ["2026-05-15", "schoolBreak", "Pont de l’Ascension"],
    ["2026-05-18", "schoolDay", null],
    ["2026-07-03", "schoolDay", null],
    ["2026-07-04", "weekend", null],
    ["2026-07-06", "schoolBreak", "Vacances d’été"],
    ["2026-07-14", "publicHoliday", "Fête nationale"],
    ["2026-08-31", "schoolBreak", "Vacances d’été"],
    ["2026-09-01", "schoolDay", null],
    ["2027-07-02", "schoolDay", null],
    ["2027-07-05", "schoolBreak", "Vacances d’été"],
    ["2031-03-04", "schoolBreak", "Vacances d’été"],
  ])("%s: %s, %s", (d, kind, name) => {
    expect(kindOfDay(day(d), calendar)).toEqual({ kind, name });
  });

  it("is the manual's: Tuesdays and Thursdays of school from 02/09/2025 to 02/07/2026 are 70", () => {
    const days = eachDay({ from: day("2025-09-02"), to: day("2026-07-02") }).filter(
      (d) => [2, 4].includes(weekdayOf(d)) && kindOfDay(d, calendar).kind === "schoolDay",
    );
    expect(days).toHaveLength(70);
    expect(days[days.indexOf(day("2025-10-16")) + 1]).toBe("2025-11-04");
    expect(days).not.toContain("2025-11-11");
    expect(days).not.toContain("2026-05-14");
  });
});

describe("any calendar", () => {
  it("gives every day one kind, in the order of precedence", () => {
    fc.assert(
      fc.property(anyCalendar(2025, 3), anyDay("2025-06-01", "2028-10-01"), (some, d) => {
        const year = some.years.find((y) => d >= y.firstSchoolDay && d <= y.lastSchoolDay);
        const free = year?.breaks.some((b) => d >= b.firstFreeDay && d <= b.lastFreeDay) ?? true;
        const kinds: [boolean, DayKind][] = [
          [publicHolidayName(d) !== null, "publicHoliday"],
          [weekdayOf(d) > 5, "weekend"],
          [free, "schoolBreak"],
          [true, "schoolDay"],
        ];
        expect(kindOfDay(d, some).kind).toBe(kinds.find(([applies]) => applies)?.[1]);
        expect(kindWithoutHolidays(d, some).kind).toBe(
          kinds.slice(1).find(([applies]) => applies)?.[1],
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("has both ends of a break free, and the days around it not of that break", () => {
    fc.assert(
      fc.property(anyCalendar(2025, 1), (some) => {
        for (const b of some.years[0]?.breaks ?? []) {
          const name = (d: typeof b.firstFreeDay) => kindWithoutHolidays(d, some).name;
          const expected = (d: typeof b.firstFreeDay) =>
            weekdayOf(d) > 5 ? null : b.name.replaceAll("'", "’");
          expect(name(b.firstFreeDay)).toBe(expected(b.firstFreeDay));
          expect(name(b.lastFreeDay)).toBe(expected(b.lastFreeDay));
          expect(name(addDays(b.firstFreeDay, -1))).toBeNull();
          expect(name(addDays(b.lastFreeDay, 1))).toBeNull();
        }
      }),
      { numRuns: 150 },
    );
  });

  it("without a single year, is one long summer", () => {
    expect(kindOfDay(day("2026-03-03"), { years: [] })).toEqual({
      kind: "schoolBreak",
      name: "Vacances d’été",
    });
  });
});
