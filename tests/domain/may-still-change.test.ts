import fc from "fast-check";
import { cutOffMoment, mayStillChange, type CutOffRule } from "@/lib/domain/cut-off";
import {
  day,
  dayOf,
  instant,
  instantOfMoment,
  moment,
  momentOfInstant,
  type Moment,
} from "@/lib/domain/day";
import { anyCutOffRule, anyDay, anyMoment } from "../support/arbitraries/days";
import { zoneCCalendar as calendar } from "../support/school-calendar";

/** A unit that begins at half past seven. */
const beginsAt = "07:30";
const may = (d: string, rule: CutOffRule, now: string) =>
  mayStillChange(day(d), rule, calendar, beginsAt, moment(now));
const minuteAround = (m: Moment, minutes: number) =>
  momentOfInstant(
    instant(new Date(Date.parse(instantOfMoment(m)) + minutes * 60_000).toISOString()),
  );

const thursdayOfWeekBefore: CutOffRule = {
  kind: "weekdayOfWeekBefore",
  weekday: 4,
  weeks: 1,
  at: "23:59",
};
const daysBefore = (days: number): CutOffRule => ({
  kind: "daysBefore",
  days,
  skip: "none",
  at: "10:00",
});
const previousMonth: CutOffRule = { kind: "dayOfPreviousMonth", dayOfMonth: 20, at: "12:00" };

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
    ["of the month", "2026-12-04", previousMonth, "2026-11-20T12:00", true],
    ["of the month, after", "2026-12-04", previousMonth, "2026-11-20T12:01", false],
  ])("%s: %s, %j, at %s: %s", (_case, d, rule, now, allowed) => {
    expect(may(d, rule, now)).toBe(allowed);
  });

  it("up to and including the cut-off's minute, and not one more", () => {
    fc.assert(
      fc.property(anyDay("2026-02-01", "2027-07-15"), anyCutOffRule, (d, rule) => {
        const last = cutOffMoment(d, rule, calendar, beginsAt);
        if (last === null) return;
        // A wall time repeats or is skipped twice a year, at night: a minute more is not told apart.
        fc.pre(!/-(03|10)-(2[4-9]|3[01])T0[0-3]/.test(last));
        const at = (minutes: number) =>
          mayStillChange(d, rule, calendar, beginsAt, minuteAround(last, minutes));
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
          const atFirst = mayStillChange(d, rule, calendar, beginsAt, first);
          const atSecond = mayStillChange(d, rule, calendar, beginsAt, second);
          expect(atSecond && (!atFirst || dayOf(second) > d)).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
