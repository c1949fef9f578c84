import fc from "fast-check";
import { kindOfDay } from "@/lib/domain/calendar";
import { cutOffMoment, type CutOffRule, type Skip } from "@/lib/domain/cut-off";
import { addDays, day, dayOf, weekdayOf, type Day } from "@/lib/domain/day";
import { anyCutOffRule, anyDay } from "../support/arbitraries/days";
import { zoneCCalendar as calendar } from "../support/school-calendar";

/** A unit that begins at half past seven. */
const beginsAt = "07:30";
const momentFor = (d: string, rule: CutOffRule) => cutOffMoment(day(d), rule, calendar, beginsAt);

const at = "23:59";
const thursdayBefore: CutOffRule = { kind: "weekdayBefore", weekday: 4, at };
const thursdayOfWeekBefore: CutOffRule = { kind: "weekdayOfWeekBefore", weekday: 4, weeks: 1, at };
const daysBefore = (days: number, skip: Skip = "none"): CutOffRule => ({
  kind: "daysBefore",
  days,
  skip,
  at: "10:00",
});
const schoolThursday: CutOffRule = { kind: "schoolWeekdayBefore", weekday: 4, at };
const hoursBefore = (hours: number): CutOffRule => ({ kind: "hoursBefore", hours });
/** "Toussaint : avant le 28 septembre", then Christmas, and 7 days before on all other days. */
const breakDates: CutOffRule = {
  kind: "periodDates",
  at,
  periods: [
    { from: day("2026-10-17"), to: day("2026-11-01"), until: day("2026-09-27") },
    { from: day("2026-12-19"), to: day("2027-01-03"), until: day("2026-11-27") },
  ],
  otherwise: { kind: "daysBefore", days: 7, skip: "none", at: "10:00" },
};
const previousMonth = (dayOfMonth: number): CutOffRule => ({
  kind: "dayOfPreviousMonth",
  dayOfMonth,
  at: "12:00",
});

describe("the last moment for a day", () => {
  it.each<[string, CutOffRule, string | null]>([
    ["2026-12-04", { kind: "none" }, null],
    // Friday 4 December 2026, and the Thursday itself.
    ["2026-12-04", thursdayBefore, "2026-12-03T23:59"],
    ["2026-12-04", thursdayOfWeekBefore, "2026-11-26T23:59"],
    ["2026-12-03", thursdayBefore, "2026-11-26T23:59"],
    ["2026-12-03", thursdayOfWeekBefore, "2026-11-26T23:59"],
    // Both ends of the day's week, Monday 30 November to Sunday 6 December.
    ["2026-11-29", thursdayOfWeekBefore, "2026-11-19T23:59"],
    ["2026-11-30", thursdayOfWeekBefore, "2026-11-26T23:59"],
    ["2026-12-06", thursdayOfWeekBefore, "2026-11-26T23:59"],
    ["2026-12-07", thursdayOfWeekBefore, "2026-12-03T23:59"],
    ["2026-12-02", thursdayBefore, "2026-11-26T23:59"],
    ["2026-12-04", { ...thursdayOfWeekBefore, weeks: 2 }, "2026-11-19T23:59"],
    ["2026-12-04", { ...thursdayOfWeekBefore, weekday: 7 }, "2026-11-29T23:59"],
    ["2026-12-04", { ...thursdayOfWeekBefore, weekday: 1 }, "2026-11-23T23:59"],
    // Across the new year of a year with 53 weeks.
    ["2027-01-04", thursdayOfWeekBefore, "2026-12-31T23:59"],
    ["2027-01-01", thursdayOfWeekBefore, "2026-12-24T23:59"],
    // On a public holiday (11 November 2026, a Wednesday): the moment itself is not moved.
    ["2026-11-12", { kind: "weekdayBefore", weekday: 3, at }, "2026-11-11T23:59"],
    ["2026-11-12", daysBefore(1), "2026-11-11T10:00"],
    // Counting all days.
    ["2026-12-07", daysBefore(0), "2026-12-07T10:00"],
    ["2026-12-07", daysBefore(1), "2026-12-06T10:00"],
    ["2026-12-07", daysBefore(21), "2026-11-16T10:00"],
    ["2028-03-01", daysBefore(1), "2028-02-29T10:00"],
    ["2026-03-30", daysBefore(2), "2026-03-28T10:00"],
    // Monday 7 December: the weekend does not count.
    ["2026-12-07", daysBefore(1, "weekends"), "2026-12-04T10:00"],
    ["2026-12-07", daysBefore(2, "weekends"), "2026-12-03T10:00"],
    ["2026-12-07", daysBefore(6, "weekends"), "2026-11-27T10:00"],
    ["2026-12-07", daysBefore(0, "notSchoolDays"), "2026-12-07T10:00"],
    // Thursday 12 November, after the holiday; 13 May 2027 is no holiday, 6 May is Ascension.
    ["2026-11-12", daysBefore(1, "weekends"), "2026-11-11T10:00"],
    ["2026-11-12", daysBefore(1, "weekendsAndHolidays"), "2026-11-10T10:00"],
    ["2026-11-12", daysBefore(3, "weekendsAndHolidays"), "2026-11-06T10:00"],
    // Working days, Monday to Saturday: Monday 7 December, then Armistice on Wednesday.
    ["2026-12-07", daysBefore(1, "sundaysAndHolidays"), "2026-12-05T10:00"],
    ["2026-12-07", daysBefore(2, "sundaysAndHolidays"), "2026-12-04T10:00"],
    ["2026-11-12", daysBefore(2, "sundaysAndHolidays"), "2026-11-09T10:00"],
    ["2027-05-10", daysBefore(2, "sundaysAndHolidays"), "2027-05-05T10:00"],
    // Thursday 5 November: the break before counts, unless only school days do.
    ["2026-11-05", daysBefore(2, "weekendsAndHolidays"), "2026-11-03T10:00"],
    ["2026-11-05", daysBefore(2, "notSchoolDays"), "2026-11-03T10:00"],
    ["2026-11-05", daysBefore(3, "notSchoolDays"), "2026-11-02T10:00"],
    ["2026-11-05", daysBefore(4, "notSchoolDays"), "2026-10-16T10:00"],
    // The first days of a year: over the summer to the term before, however far it is known.
    ["2026-09-01", daysBefore(1, "notSchoolDays"), "2026-07-03T10:00"],
    ["2026-09-02", daysBefore(2, "notSchoolDays"), "2026-07-03T10:00"],
    ["2025-09-01", daysBefore(1, "notSchoolDays"), "2025-08-29T10:00"],
    ["2025-09-02", daysBefore(3, "notSchoolDays"), "2025-08-28T10:00"],
    ["2027-07-10", daysBefore(1, "notSchoolDays"), "2027-07-02T10:00"],
    ["2028-03-01", daysBefore(1, "notSchoolDays"), "2028-02-29T10:00"],
    // The last Thursday of school: not in the break, not Armistice, not before any year is known.
    ["2026-11-03", schoolThursday, "2026-10-15T23:59"],
    ["2026-11-05", schoolThursday, "2026-10-15T23:59"],
    ["2026-11-06", schoolThursday, "2026-11-05T23:59"],
    ["2026-11-16", { ...schoolThursday, weekday: 3 }, "2026-11-04T23:59"],
    ["2026-09-01", schoolThursday, "2026-07-02T23:59"],
    ["2025-09-01", schoolThursday, "2025-08-28T23:59"],
    // Hours before half past seven, over midnight and over the clock change of 29 March 2026.
    ["2026-12-07", hoursBefore(0), "2026-12-07T07:30"],
    ["2026-12-07", hoursBefore(2), "2026-12-07T05:30"],
    ["2026-12-07", hoursBefore(48), "2026-12-05T07:30"],
    ["2026-03-30", hoursBefore(48), "2026-03-28T07:30"],
    // One date for a whole break, to both its ends; the other days have their own.
    ["2026-10-17", breakDates, "2026-09-27T23:59"],
    ["2026-10-30", breakDates, "2026-09-27T23:59"],
    ["2026-11-01", breakDates, "2026-09-27T23:59"],
    ["2026-12-21", breakDates, "2026-11-27T23:59"],
    ["2026-10-16", breakDates, "2026-10-09T10:00"],
    ["2026-11-02", breakDates, "2026-10-26T10:00"],
    ["2026-11-05", daysBefore(4, "weekendsAndHolidays"), "2026-10-30T10:00"],
    // Day of the previous month, clamped.
    ["2026-12-04", previousMonth(20), "2026-11-20T12:00"],
    ["2026-12-01", previousMonth(31), "2026-11-30T12:00"],
    ["2026-12-31", previousMonth(31), "2026-11-30T12:00"],
    ["2027-03-31", previousMonth(30), "2027-02-28T12:00"],
    ["2028-03-01", previousMonth(30), "2028-02-29T12:00"],
    ["2027-01-15", previousMonth(1), "2026-12-01T12:00"],
    ["2027-01-15", previousMonth(31), "2026-12-31T12:00"],
  ])("%s, %j: %s", (d, rule, expected) => {
    expect(momentFor(d, rule)).toBe(expected);
  });

  it("counts hours from midnight where the town gives a unit none", () => {
    expect(cutOffMoment(day("2026-12-07"), hoursBefore(2), calendar, null)).toBe(
      "2026-12-06T22:00",
    );
  });

  it("is never undefined: a day that no school year holds has its cut-off near, under every rule", () => {
    const calendars = [calendar, { years: [] }, { years: calendar.years.slice(1) }];
    fc.assert(
      fc.property(
        anyDay("2024-01-01", "2029-12-31"),
        anyCutOffRule,
        fc.constantFrom(...calendars),
        (d, rule, known) => {
          const last = cutOffMoment(d, rule, known, beginsAt);
          // 30 school days, across the longest of summers.
          expect(last === null || dayOf(last) >= addDays(d, -160)).toBe(true);
        },
      ),
      { numRuns: 600 },
    );
  });

  it("is on a given weekday: the last strictly before, or in the week before", () => {
    fc.assert(
      fc.property(anyDay(), anyCutOffRule, (d, rule) => {
        const last = cutOffMoment(d, rule, calendar, beginsAt);
        if (rule.kind === "none" || last === null) return expect(last).toBe(null);
        if (!("at" in rule) || rule.kind === "periodDates") return;
        expect(last.slice(11)).toBe(rule.at);
        const byHand = oracle(d, rule);
        if (byHand !== null) expect(dayOf(last)).toBe(byHand);
      }),
      { numRuns: 1500 },
    );
  });

  it("leaves exactly n counted days from it to the day before", () => {
    const skipped: Record<Skip, (d: Day) => boolean> = {
      none: () => false,
      weekends: (d) => weekdayOf(d) > 5,
      weekendsAndHolidays: (d) => /weekend|publicHoliday/.test(kindOfDay(d, calendar).kind),
      sundaysAndHolidays: (d) =>
        weekdayOf(d) === 7 || kindOfDay(d, calendar).kind === "publicHoliday",
      notSchoolDays: (d) => kindOfDay(d, calendar).kind !== "schoolDay",
    };
    const someSkip = fc.constantFrom(...(Object.keys(skipped) as Skip[]));
    fc.assert(
      fc.property(
        anyDay("2026-02-01", "2027-07-15"),
        fc.integer({ min: 1, max: 20 }),
        someSkip,
        (d, days, skip) => {
          const first = dayOf(momentFor(d, daysBefore(days, skip)) ?? fail());
          let counted = 0;
          for (let x = first; x < d; x = addDays(x, 1)) if (!skipped[skip](x)) counted += 1;
          expect([counted, skipped[skip](first)]).toEqual([days, false]);
        },
      ),
      { numRuns: 600 },
    );
  });
});

/** A naive search, day after day; null for counts, which have a property of their own. */
function oracle(d: Day, rule: CutOffRule): Day | null {
  const daysBack = Array.from({ length: 70 }, (_, n) => addDays(d, -n - 1));
  if (rule.kind === "weekdayBefore") {
    return daysBack.find((x) => weekdayOf(x) === rule.weekday) ?? fail();
  }
  if (rule.kind === "schoolWeekdayBefore") {
    const isKnown = (x: Day) => x >= "2025-09-01" && x <= "2027-10-10";
    const isSchool = (x: Day) => {
      const { kind } = kindOfDay(x, calendar);
      return isKnown(x) ? kind === "schoolDay" : kind !== "publicHoliday";
    };
    return daysBack.find((x) => weekdayOf(x) === rule.weekday && isSchool(x)) ?? null;
  }
  if (rule.kind === "weekdayOfWeekBefore") {
    const sundays = daysBack.filter((x) => weekdayOf(x) === 7);
    const sunday = sundays[rule.weeks - 1] ?? fail();
    const week = Array.from({ length: 7 }, (_, n) => addDays(sunday, -n));
    return week.find((x) => weekdayOf(x) === rule.weekday) ?? fail();
  }
  if (rule.kind === "dayOfPreviousMonth") {
    const month = daysBack.find((x) => x.slice(0, 7) !== d.slice(0, 7))?.slice(0, 7) ?? fail();
    const days = daysBack.filter((x) => x.slice(0, 7) === month);
    return days.find((x) => Number(x.slice(8)) <= rule.dayOfMonth) ?? fail();
  }
  return null;
}

function fail(): never {
  throw new Error("The oracle found nothing");
}
