import fc from "fast-check";
import { describeCutOff, parseCutOffRule, type CutOffRule, type Skip } from "@/lib/domain/cut-off";
import { anyCutOffRule, anyTimeOfDay } from "../support/arbitraries/days";

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

describe("the stored rule", () => {
  it("is read back whole, through JSON, without keys that are not its own", () => {
    fc.assert(
      fc.property(anyCutOffRule, anyTimeOfDay, (rule, other) => {
        const stored: unknown = JSON.parse(JSON.stringify({ ...rule, other }));
        expect(parseCutOffRule(stored)).toEqual(rule);
      }),
    );
  });

  it.each([
    [null],
    ["none"],
    [[]],
    [{}],
    [{ kind: "sometimes", at }],
    [{ kind: "daysBefore", days: -1, skip: "none", at }],
    [{ kind: "daysBefore", days: 366, skip: "none", at }],
    [{ kind: "daysBefore", days: 1.5, skip: "none", at }],
    [{ kind: "daysBefore", days: "1", skip: "none", at }],
    [{ kind: "daysBefore", days: 1, skip: "toString", at }],
    [{ kind: "daysBefore", days: 1, at }],
    [{ kind: "daysBefore", days: 1, skip: "none", at: "24:00" }],
    [{ kind: "daysBefore", days: 1, skip: "none" }],
    [{ kind: "weekdayBefore", weekday: 0, at }],
    [{ kind: "weekdayBefore", weekday: 8, at }],
    [{ kind: "weekdayOfWeekBefore", weekday: 4, weeks: 0, at }],
    [{ kind: "weekdayOfWeekBefore", weekday: 4, weeks: 3, at }],
    [{ kind: "dayOfPreviousMonth", dayOfMonth: 0, at }],
    [{ kind: "dayOfPreviousMonth", dayOfMonth: 32, at }],
  ])("%j is none", (json) => {
    expect(parseCutOffRule(json)).toBeNull();
  });
});

describe("a rule in words", () => {
  it.each<[CutOffRule, string]>([
    [{ kind: "none" }, "jusqu’au jour même"],
    [thursdayBefore, "au plus tard le jeudi qui précède, 23 h 59"],
    [thursdayOfWeekBefore, "au plus tard le jeudi de la semaine précédente, 23 h 59"],
    [{ ...thursdayOfWeekBefore, weeks: 2 }, "au plus tard le jeudi deux semaines avant, 23 h 59"],
    [daysBefore(0), "au plus tard le jour même, 10 h"],
    [daysBefore(1), "au plus tard la veille, 10 h"],
    [daysBefore(7), "au plus tard 7 jours avant, 10 h"],
    [daysBefore(1, "weekends"), "au plus tard un jour avant, 10 h (sans compter les week-ends)"],
    [
      daysBefore(2, "weekendsAndHolidays"),
      "au plus tard 2 jours avant, 10 h (sans compter les week-ends ni les jours fériés)",
    ],
    [
      daysBefore(2, "closedDays"),
      "au plus tard 2 jours avant, 10 h (sans compter les jours de fermeture)",
    ],
    [previousMonth(1), "au plus tard le 1er du mois précédent, 12 h"],
    [previousMonth(20), "au plus tard le 20 du mois précédent, 12 h"],
    [previousMonth(31), "au plus tard le dernier jour du mois précédent, 12 h"],
  ])("%j: %s", (rule, words) => {
    expect(describeCutOff(rule).replaceAll("\u00a0", " ")).toBe(words);
  });
});
