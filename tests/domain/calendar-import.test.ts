import fc from "fast-check";
import type { SchoolBreakDates, SchoolYearDates } from "@/lib/domain/calendar";
import { schoolYearsOf, type OpenDataRow } from "@/lib/domain/calendar-import";
import { addDays, instantOfMoment, moment, weekdayOf, type Day } from "@/lib/domain/day";
import { anySchoolYear } from "../support/arbitraries/days";
import { zoneCCalendar } from "../support/school-calendar";
import exported from "./fixtures/fr-en-calendrier-scolaire.json";

const rows: OpenDataRow[] = exported.map((row) => ({
  description: row.description,
  population: row.population,
  startDate: row.start_date,
  endDate: row.end_date,
  location: row.location,
  zones: row.zones,
  schoolYear: row.annee_scolaire,
}));
const zoneC = rows.filter((row) => row.zones === "Zone C");
const without = (pattern: RegExp, year = "") =>
  rows.filter((row) => !pattern.test(row.description) || !row.schoolYear.includes(year));
const changed = (test: (row: OpenDataRow) => boolean, change: Partial<OpenDataRow>) =>
  zoneC.map((row) => (test(row) ? { ...row, ...change } : row));
const names = (result: ReturnType<typeof schoolYearsOf>) =>
  result.ok ? result.value.years.map((year) => year.name) : result.refusal;
const zoneCYears = { ok: true, value: { years: zoneCCalendar.years, leftOut: [] } };

describe("the official calendar", () => {
  it("gives the two years of zone C", () => {
    const result = schoolYearsOf(rows, "C");
    expect(result).toEqual(zoneCYears);
    expect(schoolYearsOf(rows, "Zone C")).toEqual(result);
  });

  it("gives the other zones their own winter and spring", () => {
    const winter = (zone: string) => {
      const result = schoolYearsOf(rows, zone);
      return result.ok ? result.value.years[0]?.breaks[2] : result.refusal;
    };
    expect(winter("A")).toMatchObject({ firstFreeDay: "2026-02-07", lastFreeDay: "2026-02-22" });
    expect(winter("B")).toMatchObject({ firstFreeDay: "2026-02-14", lastFreeDay: "2026-03-01" });
  });

  it("does not depend on the order of its rows", () => {
    const expected = schoolYearsOf(rows, "C");
    const shuffled = fc.shuffledSubarray(rows, { minLength: rows.length });
    fc.assert(
      fc.property(shuffled, (some) => {
        expect(schoolYearsOf(some, "C")).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it("leaves out the years published in part", () => {
    expect(names(schoolYearsOf(without(/Printemps/, "2026-2027"), "C"))).toEqual(["2025-2026"]);
    expect(names(schoolYearsOf(without(/Été/, "2024-2025"), "C"))).toEqual(["2026-2027"]);
    expect(names(schoolYearsOf(without(/Été/, "2025-2026"), "C"))).toEqual(["2026-2027"]);
  });

  it("starts a year on its own first day, else at the end of the summer before", () => {
    const first = (some: OpenDataRow[]) => {
      const result = schoolYearsOf(some, "C");
      return result.ok ? result.value.years.map((year) => year.firstSchoolDay) : result.refusal;
    };
    const later = { startDate: "2026-09-03", endDate: "2026-09-03" };
    expect(
      first(changed((row) => row.description === "Rentrée scolaire des élèves", later)),
    ).toEqual(["2025-09-01", "2026-09-03"]);
    const wholeSummer = { description: "Vacances d'Été", endDate: "2026-09-02" };
    const markerReplaced = changed(
      (row) => row.description.startsWith("Début") && row.schoolYear === "2025-2026",
      wholeSummer,
    );
    expect(first(markerReplaced.filter((row) => !/Rentrée/.test(row.description)))).toEqual([
      "2025-09-01",
      "2026-09-02",
    ]);
  });

  it("takes a bridge published as one day for that day, plain dates for what they are", () => {
    const oneDay = { startDate: "2026-05-15", endDate: "2026-05-15" };
    const result = schoolYearsOf(
      changed((row) => /Pont/.test(row.description) && row.schoolYear === "2025-2026", oneDay),
      "C",
    );
    expect(result.ok && result.value.years[0]?.breaks[4]).toEqual({
      name: "Pont de l'Ascension",
      firstFreeDay: "2026-05-15",
      lastFreeDay: "2026-05-15",
    });
  });

  it("follows most académies, and says so when none has the majority", () => {
    const isNoel = (row: OpenDataRow) =>
      /Noël/.test(row.description) && row.schoolYear === "2025-2026";
    const late = { endDate: "2026-01-06" };
    const oneOfThree = changed((row) => isNoel(row) && row.location === "Paris", late);
    expect(schoolYearsOf(oneOfThree, "C")).toEqual(zoneCYears);
    const oneOfTwo = oneOfThree.filter((row) => row.location !== "Créteil");
    expect(schoolYearsOf(oneOfTwo, "C")).toEqual({
      ok: true,
      value: {
        years: zoneCCalendar.years.slice(1),
        leftOut: [{ name: "2025-2026", why: "academies-disagree" }],
      },
    });
  });

  it.each<[string, Partial<OpenDataRow>]>([
    ["unreadable-date", { startDate: "21/02/2027" }],
    ["inconsistent-dates", { endDate: "2020-01-01" }],
    ["inconsistent-dates", { startDate: "2029-04-18", endDate: "2029-05-04" }],
  ])("leaves out the year of a fault, and no other: %s %j", (why, change) => {
    const inLastYear = (row: OpenDataRow) =>
      /Hiver/.test(row.description) && row.schoolYear === "2026-2027";
    expect(schoolYearsOf(changed(inLastYear, change), "C")).toEqual({
      ok: true,
      value: {
        years: zoneCCalendar.years.slice(0, 1),
        leftOut: [{ name: "2026-2027", why }],
      },
    });
  });

  it("is not stopped by the faults of another zone", () => {
    const faulty = rows.map((row) =>
      row.zones === "Zone C" ? row : { ...row, startDate: "n.c.", endDate: "n.c." },
    );
    expect(schoolYearsOf(faulty, "C")).toEqual(zoneCYears);
  });

  it("ends a year whose summer starts on a weekday on that day, after class", () => {
    const onTuesday = { startDate: "2026-07-06T22:00:00+00:00" };
    const moved = changed(
      (row) => row.description.startsWith("Début") && row.schoolYear === "2025-2026",
      { ...onTuesday, endDate: onTuesday.startDate },
    );
    const result = schoolYearsOf(moved, "C");
    expect(result.ok && result.value.years[0]?.lastSchoolDay).toBe("2026-07-07");
  });

  it.each([
    ["no-row-for-zone", rows, "D"],
    ["no-row-for-zone", [], "C"],
    ["unreadable-date", changed(() => true, { startDate: "21/02/2026" }), "C"],
    ["unreadable-date", changed(() => true, { endDate: "2026-02-30" }), "C"],
    ["inconsistent-dates", changed(() => true, { endDate: "2020-01-01" }), "C"],
    ["no-year-complete", without(/Été/), "C"],
    ["no-year-complete", rows, "Guadeloupe"],
  ])("refuses: %s", (refusal, some, zone) => {
    expect(names(schoolYearsOf(some, zone))).toBe(refusal);
  });
});

describe("any published year", () => {
  const midnight = (d: Day) => instantOfMoment(moment(`${d}T00:00`)).replace(".000Z", "+00:00");
  const row = (description: string, start: Day, end: Day, schoolYear: string): OpenDataRow => ({
    description,
    population: "-",
    startDate: midnight(start),
    endDate: midnight(end),
    location: "Créteil",
    zones: "Zone C",
    schoolYear,
  });

  it("is read back from its rows, whatever clock change lies within", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2016, max: 2090 }).chain(anySchoolYear), (year) => {
        const result = schoolYearsOf(published(year), "C");
        const lastSchoolDay = lastWeekday(addDays(year.lastSchoolDay, 1));
        const breaks = year.breaks.map((b) => ({ ...b, firstFreeDay: afterClass(b) }));
        const years = [{ ...year, lastSchoolDay, breaks }];
        expect(result).toEqual({ ok: true, value: { years, leftOut: [] } });
      }),
      { numRuns: 200 },
    );
  });

  /** A departure on a weekday is a day of class. */
  function afterClass({ firstFreeDay, lastFreeDay }: SchoolBreakDates): Day {
    const isAfterClass = weekdayOf(firstFreeDay) <= 5 && firstFreeDay < lastFreeDay;
    return isAfterClass ? addDays(firstFreeDay, 1) : firstFreeDay;
  }

  function published(year: SchoolYearDates): OpenDataRow[] {
    const first = year.firstSchoolDay;
    const summer = addDays(year.lastSchoolDay, 1);
    return [
      row("Rentrée scolaire des élèves", first, first, year.name),
      ...year.breaks.map((b) => row(b.name, b.firstFreeDay, addDays(b.lastFreeDay, 1), year.name)),
      row("Début des Vacances d'Été", summer, summer, year.name),
    ];
  }

  function lastWeekday(d: Day): Day {
    return weekdayOf(d) > 5 ? lastWeekday(addDays(d, -1)) : d;
  }
});
