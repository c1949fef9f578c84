import {
  dateErrors,
  fillWeek,
  periodicityOf,
  startForm,
  toggleTick,
  weekStart,
} from "@/components/portal/planning/periodicity/form";
import { weekInWords } from "@/components/portal/planning/periodicity/words";
import { applyPeriodicity } from "@/lib/domain/booking/apply-periodicity";
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
