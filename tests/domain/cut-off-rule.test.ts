import fc from "fast-check";
import type { CutOffRule, DatedRule, Skip } from "@/lib/domain/cut-off";
import { parseCutOffRule } from "@/lib/domain/cut-off-rule";
import { describeCutOff } from "@/lib/domain/cut-off-words";
import { day } from "@/lib/domain/day";
import { anyCutOffRule, anyTimeOfDay } from "../support/arbitraries/days";

const at = "23:59";
const thursdayBefore: CutOffRule = { kind: "weekdayBefore", weekday: 4, at };
const thursdayOfWeekBefore: CutOffRule = { kind: "weekdayOfWeekBefore", weekday: 4, weeks: 1, at };
const daysBefore = (days: number, skip: Skip = "none"): DatedRule => ({
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

const toussaint = { from: "2026-10-17", to: "2026-11-01", until: "2026-09-27" };
const otherwise = { kind: "daysBefore", days: 7, skip: "none", at };
const breakDates = { kind: "periodDates", periods: [toussaint], at, otherwise };

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
    // What older versions counted: the group's own closures.
    [{ kind: "daysBefore", days: 1, skip: "closedDays", at }],
    [{ kind: "schoolWeekdayBefore", weekday: 6, at }],
    [{ kind: "hoursBefore", hours: -1 }],
    [{ kind: "hoursBefore", hours: 1.5 }],
    [{ kind: "hoursBefore" }],
    [{ ...breakDates, at: undefined }],
    [{ ...breakDates, periods: toussaint }],
    [{ ...breakDates, otherwise: undefined }],
    [{ ...breakDates, otherwise: breakDates }],
    [{ ...breakDates, periods: [{ ...toussaint, to: "2026-10-16" }] }],
    [{ ...breakDates, periods: [{ ...toussaint, until: "2026-11-02" }] }],
    [{ ...breakDates, periods: [{ ...toussaint, until: "28 septembre" }] }],
    [{ ...breakDates, periods: [toussaint, { ...toussaint, from: "2026-11-01" }] }],
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
      daysBefore(2, "sundaysAndHolidays"),
      "au plus tard 2 jours avant, 10 h (sans compter les dimanches ni les jours fériés)",
    ],
    [
      daysBefore(2, "notSchoolDays"),
      "au plus tard 2 jours avant, 10 h (en comptant les jours d’école)",
    ],
    [
      { kind: "schoolWeekdayBefore", weekday: 4, at },
      "au plus tard le dernier jeudi d’école qui précède, 23 h 59",
    ],
    [{ kind: "hoursBefore", hours: 0 }, "jusqu’au début de l’accueil"],
    [{ kind: "hoursBefore", hours: 1 }, "au plus tard 1 heure avant le début de l’accueil"],
    [{ kind: "hoursBefore", hours: 48 }, "au plus tard 48 heures avant le début de l’accueil"],
    [
      {
        kind: "periodDates",
        periods: [
          { from: day("2026-10-17"), to: day("2026-11-01"), until: day("2026-09-27") },
          { from: day("2026-12-19"), to: day("2027-01-03"), until: day("2026-11-27") },
        ],
        at,
        otherwise: daysBefore(7),
      },
      "du 17 oct. 2026 au 1er nov. 2026 : au plus tard le 27 sept. 2026, 23 h 59 ; du 19 déc. 2026 au 3 janv. 2027 : au plus tard le 27 nov. 2026, 23 h 59 ; autres jours : au plus tard 7 jours avant, 10 h",
    ],
    [previousMonth(1), "au plus tard le 1er du mois précédent, 12 h"],
    [previousMonth(20), "au plus tard le 20 du mois précédent, 12 h"],
    [previousMonth(31), "au plus tard le dernier jour du mois précédent, 12 h"],
  ])("%j: %s", (rule, words) => {
    expect(describeCutOff(rule).replaceAll("\u00a0", " ")).toBe(words);
  });
});
