import fc from "fast-check";
import { kindOfDay, type DayKind } from "@/lib/domain/calendar";
import { day, weekdayOf } from "@/lib/domain/day";
import { openingOf, type OpeningException, type OpeningRule } from "@/lib/domain/opening";
import { anyDay, anyPeriod, anyWeekday } from "../support/arbitraries/days";
import { zoneCCalendar as calendar } from "../support/school-calendar";

const MEAL = 1;
const DAY_CENTRE = 2;
const HOLIDAY_CENTRE = 3;
const [from, to] = [day("2026-09-01"), day("2027-07-30")];
const rules: OpeningRule[] = [
  { unitId: MEAL, weekdays: [1, 2, 4, 5], dayKinds: ["schoolDay"], from, to: day("2027-07-02") },
  { unitId: DAY_CENTRE, weekdays: [3], dayKinds: ["schoolDay"], from, to: day("2027-07-02") },
  { unitId: HOLIDAY_CENTRE, weekdays: [1, 2, 3, 4, 5], dayKinds: ["schoolBreak"], from, to },
];
const exception = (
  d: string,
  open: boolean,
  reason: string,
  unitId: number | "every" = "every",
): OpeningException => ({ unitId, day: day(d), open, reason });
const exceptions = [
  exception("2026-12-04", false, "Grève du 4 décembre"),
  exception("2026-12-05", true, "Samedi travaillé", MEAL),
  exception("2026-12-07", false, "Travaux"),
  exception("2026-12-07", true, "Service minimum", MEAL),
  exception("2026-12-09", false, "Panne de cuisine", MEAL),
  exception("2026-12-24", false, "Fermeture", HOLIDAY_CENTRE),
];
const answer = (d: string, unitId: number) => {
  const opening = openingOf(day(d), unitId, rules, exceptions, calendar);
  if (opening.open) return "open";
  return opening.why === "never" ? "never" : opening.reason;
};

describe("opening", () => {
  it.each([
    ["2026-09-01", MEAL, "open"],
    ["2026-08-31", MEAL, "never"],
    ["2026-09-02", MEAL, "never"],
    ["2026-09-02", DAY_CENTRE, "open"],
    ["2026-11-11", DAY_CENTRE, "Armistice 1918"],
    ["2026-11-11", MEAL, "never"],
    ["2026-10-16", MEAL, "open"],
    ["2026-10-19", MEAL, "Vacances de la Toussaint"],
    ["2026-10-19", HOLIDAY_CENTRE, "open"],
    ["2026-10-16", HOLIDAY_CENTRE, "never"],
    ["2026-12-25", HOLIDAY_CENTRE, "Noël"],
    ["2026-12-25", MEAL, "Noël"],
    // A holiday in term is no closure of what only opens in breaks, nor of what never opens that day.
    ["2026-11-11", HOLIDAY_CENTRE, "never"],
    ["2027-05-06", MEAL, "Ascension"],
    ["2027-05-07", MEAL, "Pont de l’Ascension"],
    ["2027-05-08", MEAL, "never"],
    ["2027-07-02", MEAL, "open"],
    ["2027-07-05", MEAL, "never"],
    ["2027-07-05", HOLIDAY_CENTRE, "open"],
    ["2027-07-30", HOLIDAY_CENTRE, "open"],
    ["2027-08-02", HOLIDAY_CENTRE, "never"],
    // Exceptions.
    ["2026-12-04", MEAL, "Grève du 4 décembre"],
    ["2026-12-04", DAY_CENTRE, "never"],
    ["2026-12-05", MEAL, "open"],
    ["2026-12-05", DAY_CENTRE, "never"],
    ["2026-12-07", MEAL, "open"],
    ["2026-12-09", DAY_CENTRE, "open"],
    ["2026-12-24", HOLIDAY_CENTRE, "Fermeture"],
    ["2026-12-24", MEAL, "Vacances de Noël"],
  ])("%s, unit %i: %s", (d, unitId, expected) => {
    expect(answer(d, unitId)).toBe(expected);
  });

  it("lets the unit's own exception prevail in either order", () => {
    const reversed = [...exceptions].reverse();
    expect(openingOf(day("2026-12-07"), MEAL, rules, reversed, calendar)).toEqual({ open: true });
  });

  it("opens a unit when one of its rules does, and no closure opens anything", () => {
    const someKinds = fc.subarray<DayKind>([
      "publicHoliday",
      "weekend",
      "schoolBreak",
      "schoolDay",
    ]);
    const someRule = fc
      .record({
        unitId: fc.constantFrom(1, 2),
        weekdays: fc.uniqueArray(anyWeekday, { maxLength: 7 }),
        dayKinds: someKinds,
        period: anyPeriod(300, "2026-09-01", "2027-01-01"),
      })
      .map(({ period, ...rule }): OpeningRule => ({ ...rule, ...period }));
    fc.assert(
      fc.property(
        anyDay("2026-08-01", "2027-08-31"),
        fc.array(someRule, { maxLength: 4 }),
        fc.boolean(),
        (d, some, closed) => {
          const byRule = some.some(
            (r) =>
              r.unitId === 1 &&
              d >= r.from &&
              d <= r.to &&
              r.weekdays.includes(weekdayOf(d)) &&
              r.dayKinds.includes(kindOfDay(d, calendar).kind),
          );
          const closures = closed ? [exception(d, false, "Fermé")] : [];
          const opening = openingOf(d, 1, some, closures, calendar);
          expect(opening.open).toBe(byRule && !closed);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
