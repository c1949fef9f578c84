import {
  dateErrors,
  emptiedByHand,
  fillWeek,
  periodicityOf,
  startForm,
  toggleTick,
  weekStart,
  withPresentDays,
  type PeriodicityForm,
} from "@/components/portal/planning/periodicity/form";
import { applyLabel, countsOf, weekInWords } from "@/components/portal/planning/periodicity/words";
import { applyPeriodicity } from "@/lib/domain/booking/apply-periodicity";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { day } from "@/lib/domain/day";
import { aBookingContext, inscriptionId, unitId } from "@/tests/support/booking";

const context = aBookingContext();
const wednesday = (unit: number) =>
  ({ inscriptionId: inscriptionId.lucasWednesdays, unitId: unit, weekday: 3 }) as const;

describe("« Appliquer une périodicité »", () => {
  it("opens on the manual's period", () => {
    expect(startForm(context, null)).toMatchObject({
      step: "period",
      from: "2025-09-01",
      to: "2026-07-03",
      cycle: 1,
    });
  });

  it("opens at the preview with a rhythm", () => {
    const weeks = [[wednesday(unitId.journee)], []];
    const form = startForm(context, { weeks, basis: "lastWeeks" });
    expect(form).toMatchObject({ step: "preview", cycle: 2 });
    expect(periodicityOf(form)?.weeks).toEqual(weeks);
  });

  it("names what is wrong with a date", () => {
    const form = startForm(context, null);
    expect(dateErrors(form)).toEqual({});
    expect(dateErrors({ ...form, from: "2026-02-30" })).toEqual({
      from: "Cette date n’existe pas.",
    });
    expect(dateErrors({ ...form, to: "" })).toEqual({ to: "Indiquez une date." });
    expect(dateErrors({ ...form, to: "" }, { from: false, to: true })).toEqual({
      to: "Cette date n’existe pas.",
    });
    expect(dateErrors({ ...form, to: "2025-08-31" }).to).toMatch(/avant la date de début/);
    expect(dateErrors({ ...form, to: "2026-10-05" }).to).toBeUndefined();
    expect(dateErrors({ ...form, to: "2026-10-06" }).to).toMatch(/400 jours au plus/);
  });

  it("unticks the units that cover the same part of the day", () => {
    const form = startForm(context, null);
    const morning = toggleTick(context, form, 0, wednesday(unitId.matin));
    const whole = toggleTick(context, morning.form, 0, wednesday(unitId.journee));
    expect(whole.form.weeks[0]).toEqual([wednesday(unitId.journee)]);
    expect(whole.unticked).toEqual([unitId.matin]);
    expect(toggleTick(context, whole.form, 0, wednesday(unitId.journee)).form.weeks[0]).toEqual([]);
  });

  it("fills a week with the widest units, on the weekdays that open", () => {
    const [week = []] = fillWeek(context, startForm(context, null), 0, true).weeks;
    const ofLucas = week.filter((tick) => tick.inscriptionId === inscriptionId.lucasWednesdays);
    expect(ofLucas).toEqual([wednesday(unitId.journee)]);
    expect(week.filter(({ unitId: unit }) => unit === unitId.etudes)).toHaveLength(3);
  });

  it("gives real dates to the weeks of the cycle", () => {
    expect(weekStart(day("2025-09-03"), 0)).toBe("2025-09-03");
    expect(weekStart(day("2025-09-03"), 1)).toBe("2025-09-08");
  });

  it("says a week in words", () => {
    const meals = ([2, 4] as const).map((weekday) => ({
      inscriptionId: inscriptionId.leoCanteen,
      unitId: unitId.repas,
      weekday,
    }));
    expect(weekInWords(context, meals)).toEqual([
      "Léo – Restauration Scolaire, Repas\u00a0: les mardis et jeudis",
    ]);
  });

  describe("over days that are held already", () => {
    const meal = (weekday: 1 | 2 | 4) => ({
      inscriptionId: inscriptionId.leoCanteen,
      unitId: unitId.repas,
      weekday,
    });
    const applied = (form: PeriodicityForm, wishes: Wishes, emptied: readonly number[] = []) => {
      const periodicity = periodicityOf(form);
      if (!periodicity) throw new Error("no periodicity");
      return applyPeriodicity(context, wishes, periodicity, form.mode, emptied);
    };
    const start = startForm(context, null);
    const regular = [meal(2), meal(4)].reduce(
      (now, tick) => toggleTick(context, now, 0, tick).form,
      start,
    );
    const { wishes } = applied(regular, {});
    const opened = withPresentDays(context, wishes, start);

    it("starts with them ticked: a day more is added and takes none away", () => {
      expect(opened.weeks[0]).toEqual([meal(2), meal(4)]);
      const more = toggleTick(context, opened, 0, meal(1)).form;
      const [its] = applied(more, wishes).preview;
      expect(its?.removed).toEqual([]);
      expect(its?.added.length).toBeGreaterThan(30);
      expect(applyLabel(countsOf(applied(more, wishes).preview))).toBe(
        `Ajouter ${its?.added.length}`,
      );
    });

    it("takes away what is unticked, the last of an inscription too", () => {
      const one = toggleTick(context, opened, 0, meal(4)).form;
      expect(countsOf(applied(one, wishes).preview)).toEqual({ added: 0, removed: 35 });
      expect(emptiedByHand(context, wishes, one)).toEqual([]);
      const none = toggleTick(context, one, 0, meal(2)).form;
      const emptied = emptiedByHand(context, wishes, none);
      expect(emptied).toEqual([inscriptionId.leoCanteen]);
      const { preview } = applied(none, wishes, emptied);
      expect(applyLabel(countsOf(preview))).toBe("Retirer 70");
      expect(emptiedByHand(context, {}, none)).toEqual([]);
    });

    it("follows the period and the cycle until one chooses", () => {
      const two = withPresentDays(context, wishes, { ...opened, cycle: 2 });
      expect(two.weeks.slice(0, 2)).toEqual([
        [meal(2), meal(4)],
        [meal(2), meal(4)],
      ]);
      const chosen = toggleTick(context, opened, 0, meal(1)).form;
      expect(withPresentDays(context, wishes, { ...chosen, cycle: 2 }).weeks[0]).toHaveLength(3);
    });
  });

  it("gives the manual's 70 meals", () => {
    const ticks = ([2, 4] as const).map((weekday) => ({
      inscriptionId: inscriptionId.leoCanteen,
      unitId: unitId.repas,
      weekday,
    }));
    const form = ticks.reduce(
      (now, tick) => toggleTick(context, now, 0, tick).form,
      startForm(context, null),
    );
    const periodicity = periodicityOf(form);
    if (!periodicity) throw new Error("no periodicity");
    const { preview } = applyPeriodicity(context, {}, periodicity, "replace", []);
    expect(preview[0]?.added).toHaveLength(70);
  });
});
