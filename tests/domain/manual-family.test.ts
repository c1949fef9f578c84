import { applyPeriodicity } from "@/lib/domain/booking/apply-periodicity";
import type { BookingContext } from "@/lib/domain/booking/context";
import { planByInscription, planChanges } from "@/lib/domain/booking/plan";
import { formatDay } from "@/lib/domain/day-words";
import { day, type Day, type Weekday } from "@/lib/domain/day";
import { defaultPeriod } from "@/lib/domain/periodicity";
import { describeDays, recapPages } from "@/lib/domain/recap";
import { aBookingContext, allInscriptions, inscriptionId, unitId } from "@/tests/support/booking";

const { leoStudy, leoCanteen, lucasCare, lucasWednesdays, lucasCanteen } = inscriptionId;

/** The days that a weekly periodicity gives over the family's default period. */
function booked(
  context: BookingContext,
  inscription: number,
  unit: number,
  weekdays: Weekday[],
): Day[] {
  const period = defaultPeriod(context, allInscriptions);
  if (!period) throw new Error("Nothing may change");
  const week = weekdays.map((weekday) => ({ inscriptionId: inscription, unitId: unit, weekday }));
  const { wishes } = applyPeriodicity(context, {}, { ...period, weeks: [week] }, "replace", []);
  return planChanges(context, wishes).changes.map(({ cell }) => cell.day);
}

const short = (days: readonly Day[]) => days.map((d) => formatDay(d, "numeric").slice(0, 5));
const after = (days: readonly Day[], d: string) => days[days.indexOf(day(d)) + 1];

describe("the manual's family in 2025-2026, on 15 July 2025 at 10:09", () => {
  const context = aBookingContext();

  test("the default period is the school year", () => {
    expect(defaultPeriod(context, allInscriptions)).toEqual({
      from: "2025-09-01",
      to: "2026-07-03",
    });
    expect(defaultPeriod(context, [leoStudy])).toEqual({ from: "2025-09-08", to: "2026-06-26" });
  });

  test("canteen on Tuesdays and Thursdays: the manual's 70 dates", () => {
    const days = booked(context, leoCanteen, unitId.repas, [2, 4]);
    expect(days).toHaveLength(70);
    expect([days[0], days.at(-1)]).toEqual(["2025-09-02", "2026-07-02"]);
    expect(short(days).slice(0, 10)).toEqual(
      "02/09 04/09 09/09 11/09 16/09 18/09 23/09 25/09 30/09 02/10".split(" "),
    );
    expect(after(days, "2025-10-16")).toBe("2025-11-04");
    expect(days).not.toContain("2025-11-11");
    expect(days).not.toContain("2026-05-14");
    expect(booked(context, lucasCanteen, unitId.repas, [2, 4])).toEqual(days);
  });

  test("study on Mondays and Thursdays: 65 dates, and the manual's second page of four", () => {
    const days = booked(context, leoStudy, unitId.etudes, [1, 4]);
    expect(days).toHaveLength(65);
    expect([days[0], days.at(-1)]).toEqual(["2025-09-08", "2026-06-25"]);
    expect(after(days, "2025-12-18")).toBe("2026-01-05");
    const pages = recapPages(days);
    expect(pages).toHaveLength(4);
    expect(short(pages[1] ?? [])).toEqual(
      (
        "01/12 04/12 08/12 11/12 15/12 18/12 05/01 08/01 12/01 15/01 " +
        "19/01 22/01 26/01 29/01 02/02 05/02 09/02 12/02 16/02 19/02"
      ).split(" "),
    );
  });

  test("evenings of care follow the school's days, Wednesdays those of the centre", () => {
    expect(booked(context, lucasCare, unitId.accSoir, [2, 4])).toHaveLength(70);
    const wednesdays = booked(context, lucasWednesdays, unitId.journee, [3]);
    // 44 Wednesdays from 3 September to 1 July, less the 2 weeks of each of the 4 breaks.
    expect(wednesdays).toHaveLength(36);
    expect([wednesdays[0], wednesdays.at(-1)]).toEqual(["2025-09-03", "2026-07-01"]);
    expect(after(wednesdays, "2025-10-15")).toBe("2025-11-05");
  });

  test("a day on which a unit is never opened is never invented", () => {
    expect(booked(context, leoCanteen, unitId.repas, [3, 6, 7])).toEqual([]);
    expect(booked(context, leoStudy, unitId.etudes, [5])).toEqual([]);
  });

  test("the whole family in one gesture: Wednesdays are examined, all else is done at once", () => {
    const weeks = [
      [
        { inscriptionId: leoStudy, unitId: unitId.etudes, weekday: 1 as const },
        { inscriptionId: leoCanteen, unitId: unitId.repas, weekday: 2 as const },
        { inscriptionId: lucasCare, unitId: unitId.accSoir, weekday: 2 as const },
        { inscriptionId: lucasWednesdays, unitId: unitId.journee, weekday: 3 as const },
        { inscriptionId: lucasCanteen, unitId: unitId.repas, weekday: 2 as const },
      ],
    ];
    const p = { from: day("2025-09-01"), to: day("2026-07-03"), weeks };
    const { wishes } = applyPeriodicity(context, {}, p, "replace", []);
    const plan = planChanges(context, wishes);
    expect(plan.impossible).toEqual([]);
    const groups = planByInscription(plan);
    expect([...groups.keys()]).toEqual(allInscriptions);
    const effects = [...groups].map(([id, { additions }]) => [
      id,
      [...new Set(additions.map(({ to, effect }) => `${to} ${effect}`))],
    ]);
    expect(effects).toEqual(
      allInscriptions.map((id) => [
        id,
        [id === lucasWednesdays ? "pending examined" : "reserved atOnce"],
      ]),
    );
  });

  test("its rules in words", () => {
    const days = booked(context, leoCanteen, unitId.repas, [2, 4]);
    const repas = { nounSingular: "repas", nounPlural: "repas" };
    expect(describeDays(days, repas, days)).toBe(
      "tous les mardis et jeudis, du 2 sept. 2025 au 2 juil. 2026\u00a0: 70 repas",
    );
  });
});

describe("the same family in 2026-2027, on Sunday 22 November 2026 at 10:00", () => {
  const context = aBookingContext({ year: "2026-2027" });

  test("the week of 23 November closed on Thursday 19; Monday 30 is the first day left", () => {
    expect(defaultPeriod(context, allInscriptions)).toEqual({
      from: "2026-11-30",
      to: "2027-07-02",
    });
  });

  test("Wednesdays: 25 November closed on the 18th, 2 December closes on the 25th", () => {
    expect(defaultPeriod(context, [lucasWednesdays])).toEqual({
      from: "2026-12-02",
      to: "2027-07-02",
    });
    const days = booked(context, lucasWednesdays, unitId.journee, [3]);
    // 31 Wednesdays from 2 December to 30 June, less 6 of the three breaks.
    expect(days).toHaveLength(25);
    expect([days[0], days.at(-1)]).toEqual(["2026-12-02", "2027-06-30"]);
    expect(after(days, "2026-12-16")).toBe("2027-01-06");
  });

  test("canteen on Tuesdays and Thursdays: what is left of the year", () => {
    const days = booked(context, leoCanteen, unitId.repas, [2, 4]);
    // 31 weeks from 30 November to 2 July, less 6 of break, twice; less Ascension, Thursday 6 May.
    expect(days).toHaveLength(49);
    expect([days[0], days.at(-1)]).toEqual(["2026-12-01", "2027-07-01"]);
    expect(after(days, "2026-12-17")).toBe("2027-01-05");
    expect(after(days, "2027-05-04")).toBe("2027-05-11");
  });

  test("study on Mondays and Thursdays", () => {
    const days = booked(context, leoStudy, unitId.etudes, [1, 4]);
    // 30 weeks to 25 June, less 6 of break, twice; less Easter Monday 29 March, Ascension, Whit Monday 17 May.
    expect(days).toHaveLength(45);
    expect([days[0], days.at(-1)]).toEqual(["2026-11-30", "2027-06-24"]);
    expect(days).not.toContain("2027-03-29");
    expect(days).not.toContain("2027-05-17");
  });

  test("one minute before and one minute after the cut-off of the week of 30 November", () => {
    const first = (now: string) =>
      defaultPeriod(aBookingContext({ year: "2026-2027", now }), [leoCanteen])?.from;
    expect(first("2026-11-26T23:59")).toBe("2026-11-30");
    expect(first("2026-11-27T00:00")).toBe("2026-12-07");
  });

  test("nothing is left at the end of the year", () => {
    const late = aBookingContext({ year: "2026-2027", now: "2027-06-30T10:00" });
    expect(defaultPeriod(late, allInscriptions)).toBeNull();
    expect(defaultPeriod(context, [])).toBeNull();
    expect(defaultPeriod(context, [999])).toBeNull();
  });
});
