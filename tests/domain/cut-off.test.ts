import fc from "fast-check";
import { kindOfDay } from "@/lib/domain/calendar";
import { cutOffMoment, mayStillChange, type CutOffRule, type Skip } from "@/lib/domain/cut-off";
import {
  addDays,
  day,
  dayOf,
  instant,
  instantOfMoment,
  moment,
  momentOfInstant,
  weekdayOf,
  type Day,
  type Moment,
} from "@/lib/domain/day";
import { anyCutOffRule, anyDay, anyMoment } from "../support/arbitraries/days";
import { zoneCCalendar as calendar } from "../support/school-calendar";

/** A school canteen: Mondays, Tuesdays, Thursdays, Fridays of school. */
const isOpen = (d: Day) => weekdayOf(d) !== 3 && kindOfDay(d, calendar).kind === "schoolDay";
const momentFor = (d: string, rule: CutOffRule) => cutOffMoment(day(d), rule, isOpen, calendar);
const may = (d: string, rule: CutOffRule, now: string) =>
  mayStillChange(day(d), rule, isOpen, calendar, moment(now));
const minuteAround = (m: Moment, minutes: number) =>
  momentOfInstant(
    instant(new Date(Date.parse(instantOfMoment(m)) + minutes * 60_000).toISOString()),
  );

const at = "23:59";
const thursdayBefore: CutOffRule = { kind: "weekdayBefore", weekday: 4, at };
const thursdayOfWeekBefore: CutOffRule = { kind: "weekdayOfWeekBefore", weekday: 4, weeks: 1, at };
const daysBefore = (days: number, skip: Skip = "none"): CutOffRule => ({
  kind: "daysBefore",
  days,
  skip,
  at: "10:00",
});
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
    ["2026-12-07", daysBefore(0, "closedDays"), "2026-12-07T10:00"],
    // Thursday 12 November, after the holiday; 13 May 2027 is no holiday, 6 May is Ascension.
    ["2026-11-12", daysBefore(1, "weekends"), "2026-11-11T10:00"],
    ["2026-11-12", daysBefore(1, "weekendsAndHolidays"), "2026-11-10T10:00"],
    ["2026-11-12", daysBefore(3, "weekendsAndHolidays"), "2026-11-06T10:00"],
    // Thursday 5 November: the break before counts, unless closed days are skipped.
    ["2026-11-05", daysBefore(2, "weekendsAndHolidays"), "2026-11-03T10:00"],
    ["2026-11-05", daysBefore(2, "closedDays"), "2026-11-02T10:00"],
    ["2026-11-05", daysBefore(3, "closedDays"), "2026-10-16T10:00"],
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

  it("ends its search where a group never opens", () => {
    const never = cutOffMoment(
      day("2026-12-04"),
      daysBefore(1, "closedDays"),
      () => false,
      calendar,
    );
    expect(never).not.toBeNull();
    expect(String(never) < "2025-01-01").toBe(true);
  });

  it("is on a given weekday: the last strictly before, or in the week before", () => {
    fc.assert(
      fc.property(anyDay(), anyCutOffRule, (d, rule) => {
        const last = cutOffMoment(d, rule, isOpen, calendar);
        if (rule.kind === "none" || last === null) return expect(last).toBe(null);
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
      closedDays: (d) => !isOpen(d),
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

describe("a day may still change", () => {
  it.each<[string, string, CutOffRule, string, boolean]>([
    ["up to the minute", "2026-12-04", thursdayOfWeekBefore, "2026-11-26T23:59", true],
    ["not after it", "2026-12-04", thursdayOfWeekBefore, "2026-11-27T00:00", false],
    ["the minute before", "2026-12-04", thursdayOfWeekBefore, "2026-11-26T23:58", true],
    ["no limit: today", "2026-12-04", { kind: "none" }, "2026-12-04T23:59", true],
    ["no limit: yesterday", "2026-12-04", { kind: "none" }, "2026-12-05T00:00", false],
    ["the same morning", "2026-12-04", daysBefore(0), "2026-12-04T10:00", true],
    ["after it", "2026-12-04", daysBefore(0), "2026-12-04T10:01", false],
    ["n days before", "2026-12-04", daysBefore(7), "2026-11-27T10:00", true],
    ["n days before, after", "2026-12-04", daysBefore(7), "2026-11-27T10:01", false],
    ["of the month", "2026-12-04", previousMonth(20), "2026-11-20T12:00", true],
    ["of the month, after", "2026-12-04", previousMonth(20), "2026-11-20T12:01", false],
  ])("%s: %s, %j, at %s: %s", (_case, d, rule, now, allowed) => {
    expect(may(d, rule, now)).toBe(allowed);
  });

  it("up to and including the cut-off's minute, and not one more", () => {
    fc.assert(
      fc.property(anyDay("2026-02-01", "2027-07-15"), anyCutOffRule, (d, rule) => {
        const last = cutOffMoment(d, rule, isOpen, calendar);
        if (last === null) return;
        // A wall time repeats or is skipped twice a year, at night: a minute more is not told apart.
        fc.pre(!/-(03|10)-(2[4-9]|3[01])T0[0-3]/.test(last));
        const at = (minutes: number) =>
          mayStillChange(d, rule, isOpen, calendar, minuteAround(last, minutes));
        expect([at(-1), at(0), at(1)]).toEqual([true, true, false]);
      }),
      { numRuns: 1000 },
    );
  });

  it("never on a past day, and never again once it may not", () => {
    fc.assert(
      fc.property(
        anyDay("2026-09-01", "2026-10-31"),
        anyCutOffRule,
        anyMoment("2026-07-01", "2026-12-31"),
        anyMoment("2026-07-01", "2026-12-31"),
        (d, rule, one, other) => {
          const [first, second] = one < other ? [one, other] : [other, one];
          const atFirst = mayStillChange(d, rule, isOpen, calendar, first);
          const atSecond = mayStillChange(d, rule, isOpen, calendar, second);
          expect(atSecond && (!atFirst || dayOf(second) > d)).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
