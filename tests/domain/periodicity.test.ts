import fc from "fast-check";
import { applyPeriodicity, type PeriodicityMode } from "@/lib/domain/booking/apply-periodicity";
import { keyOf } from "@/lib/domain/booking/context";
import { planChanges } from "@/lib/domain/booking/plan";
import { isWanted, tickAll, wantCell, type Wishes } from "@/lib/domain/booking/wishes";
import { addDays, day, daysBetween, eachDay, mondayOf, weekdayOf } from "@/lib/domain/day";
import {
  checkPeriodicity,
  cycleWeekOf,
  type Periodicity,
  type PeriodicityTick,
} from "@/lib/domain/periodicity";
import { anyBookingContext, anyPeriodicity, anyWishes } from "@/tests/support/arbitraries/booking";
import { anyDay } from "@/tests/support/arbitraries/days";
import {
  aBookingContext,
  aCell,
  allInscriptions,
  heldCells,
  inscriptionId,
  unitId,
} from "@/tests/support/booking";
import { allCells, differing, mayChangeByTheRules } from "@/tests/support/booking-oracle";

const { leoCanteen, leoStudy, lucasCanteen, lucasWednesdays } = inscriptionId;
const { repas, matin, journee } = unitId;

const tuesday: PeriodicityTick = { inscriptionId: leoCanteen, unitId: repas, weekday: 2 };
const thursday: PeriodicityTick = { ...tuesday, weekday: 4 };
const wholeWednesday: PeriodicityTick = {
  inscriptionId: lucasWednesdays,
  unitId: journee,
  weekday: 3,
};

function aPeriodicity(spec: Partial<Periodicity> = {}): Periodicity {
  return { from: day("2025-09-01"), to: day("2025-09-28"), weeks: [[tuesday]], ...spec };
}

describe("what may be applied", () => {
  const context = aBookingContext();
  const check = (spec: Partial<Periodicity>, emptied: number[] = []) => {
    const result = checkPeriodicity(context, aPeriodicity(spec), emptied);
    return result.ok ? "fine" : result.refusal;
  };

  test("a plain one, and one that only empties", () => {
    expect(check({})).toBe("fine");
    expect(check({ weeks: [[]] }, [leoCanteen])).toBe("fine");
    expect(check({ weeks: [[tuesday], [], [], [thursday]] })).toBe("fine");
  });

  test("not an end before its start, an empty one, a cycle of none or five weeks", () => {
    expect(check({ to: day("2025-08-31") })).toBe("endBeforeStart");
    expect(check({ weeks: [[], []] })).toBe("emptyPeriodicity");
    expect(check({ weeks: [] })).toBe("cycleOutOfRange");
    expect(check({ weeks: [[tuesday], [], [], [], []] })).toBe("cycleOutOfRange");
  });

  test("not a year of 400 weeks: 400 days at most", () => {
    expect(check({ to: addDays(day("2025-09-01"), 399) })).toBe("fine");
    expect(check({ to: addDays(day("2025-09-01"), 400) })).toBe("periodTooLong");
    expect(check({ to: addDays(day("2025-09-01"), 400 * 7) })).toBe("periodTooLong");
  });

  test("not beside the school year", () => {
    expect(check({ from: day("2024-09-01"), to: day("2025-08-31") })).toBe("outsideYear");
    expect(check({ from: day("2025-08-01"), to: day("2025-09-01") })).toBe("fine");
  });

  test("not a stranger's inscription, nor another activity's unit", () => {
    expect(check({ weeks: [[{ ...tuesday, inscriptionId: 999 }]] })).toBe("unknownUnit");
    expect(check({ weeks: [[{ ...tuesday, unitId: journee }]] })).toBe("unknownUnit");
    expect(check({}, [999])).toBe("unknownUnit");
  });

  test("not Journée with Matin on one day; on two days or in two weeks, yes", () => {
    const morning = { ...wholeWednesday, unitId: matin };
    expect(check({ weeks: [[wholeWednesday, morning]] })).toBe("overlap");
    expect(check({ weeks: [[wholeWednesday], [morning]] })).toBe("fine");
    expect(check({ weeks: [[tuesday, tuesday]] })).toBe("fine");
  });
});

describe("the weeks of a cycle", () => {
  test("week 1 is the calendar week of the first day, whatever that day", () => {
    fc.assert(
      fc.property(
        anyDay(),
        fc.integer({ min: 1, max: 4 }),
        fc.nat({ max: 400 }),
        (from, n, after) => {
          const p = aPeriodicity({ from, weeks: Array.from({ length: n }, () => [tuesday]) });
          const monday = mondayOf(from);
          for (let i = 0; i < 7; i += 1) expect(cycleWeekOf(p, addDays(monday, i))).toBe(0);
          const d = addDays(from, after);
          expect(cycleWeekOf(p, d)).toBe((daysBetween(monday, mondayOf(d)) / 7) % n);
          expect(cycleWeekOf(p, addDays(d, 7))).toBe((cycleWeekOf(p, d) + 1) % n);
        },
      ),
    );
  });

  test("they count on through the holidays", () => {
    const p = aPeriodicity({
      from: day("2025-10-06"),
      to: day("2025-11-30"),
      weeks: [[tuesday], [thursday]],
    });
    const { preview } = applyPeriodicity(aBookingContext(), {}, p, "replace", []);
    // 7 Oct. (1), 16 Oct. (2), two weeks of Toussaint (1, 2), 4 Nov. (1), 13 Nov. (2), 18 Nov., 27 Nov.
    expect(preview[0]?.added.map((cell) => cell.day)).toEqual(
      "2025-10-07 2025-10-16 2025-11-04 2025-11-13 2025-11-18 2025-11-27".split(" "),
    );
  });

  test("2026 has 53 weeks: two odd week numbers in a row change nothing", () => {
    const p = aPeriodicity({ from: day("2026-12-14"), weeks: [[tuesday], []] });
    const mondays = ["2026-12-14", "2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11"];
    expect(mondays.map((monday) => cycleWeekOf(p, day(monday)))).toEqual([0, 1, 0, 1, 0]);
  });

  test("a first day in the middle of the week does not shorten week 1", () => {
    const p = aPeriodicity({ from: day("2025-09-11"), weeks: [[tuesday, thursday], []] });
    const { preview } = applyPeriodicity(aBookingContext(), {}, p, "replace", []);
    expect(preview[0]?.added.map((cell) => cell.day)).toEqual([
      "2025-09-11",
      "2025-09-23",
      "2025-09-25",
    ]);
  });
});

describe("the two modes", () => {
  const monday = aCell(leoCanteen, repas, "2025-09-08");
  const lucasMonday = aCell(lucasCanteen, repas, "2025-09-08");
  const context = aBookingContext({
    held: heldCells([leoCanteen, repas, "2025-09-08"], [lucasCanteen, repas, "2025-09-08"]),
  });

  test("replace clears the inscriptions that have a tick, and no other", () => {
    const { wishes, preview } = applyPeriodicity(context, {}, aPeriodicity(), "replace", []);
    expect(preview.map((one) => one.inscriptionId)).toEqual([leoCanteen]);
    expect(preview[0]).toMatchObject({ removed: [monday], unchanged: [], impossible: [] });
    expect(preview[0]?.added).toHaveLength(4);
    expect(isWanted(context, wishes, keyOf(lucasMonday))).toBe(true);
  });

  test("emptying another is said explicitly", () => {
    const { wishes } = applyPeriodicity(context, {}, aPeriodicity(), "replace", [lucasCanteen]);
    expect(isWanted(context, wishes, keyOf(lucasMonday))).toBe(false);
  });

  test("add only takes nothing away, and leaves Journée to whoever has it", () => {
    const added = applyPeriodicity(context, {}, aPeriodicity(), "addOnly", [lucasCanteen]);
    expect(added.preview.flatMap((one) => one.removed)).toEqual([]);
    expect(Object.keys(added.wishes)).toHaveLength(4);
    const journees = wantCell(context, {}, aCell(lucasWednesdays, journee, "2025-09-10"), true);
    const mornings = aPeriodicity({ weeks: [[{ ...wholeWednesday, unitId: matin }]] });
    const { preview } = applyPeriodicity(context, journees.wishes, mornings, "addOnly", []);
    expect(preview[0]?.added).toHaveLength(3);
    expect(preview[0]?.impossible).toEqual([
      {
        cell: aCell(lucasWednesdays, matin, "2025-09-10"),
        change: "add",
        why: "overlap",
        detail: "Journée",
        since: null,
      },
    ]);
  });

  test("replace swaps Journée for Matin in one go", () => {
    const all = tickAll(context, {}, [lucasWednesdays], aPeriodicity(), true);
    const mornings = aPeriodicity({ weeks: [[{ ...wholeWednesday, unitId: matin }]] });
    const { preview } = applyPeriodicity(context, all, mornings, "replace", []);
    expect(preview[0]).toMatchObject({ impossible: [], unchanged: [] });
    expect(preview[0]?.added).toHaveLength(4);
    expect(preview[0]?.removed).toHaveLength(4);
  });

  test("what cannot be added or removed is told, with its reason", () => {
    const late = aBookingContext({
      now: "2025-09-05T10:00",
      held: heldCells([leoCanteen, repas, "2025-09-08"], [leoCanteen, repas, "2025-09-15"]),
    });
    const p = aPeriodicity({ to: day("2025-11-14") });
    const [preview] = applyPeriodicity(late, {}, p, "replace", []).preview;
    const told = preview?.impossible.map(({ cell, change, why, detail }) =>
      [cell.day, change, why, detail].join(" "),
    );
    expect(told).toEqual([
      "2025-09-02 add past ",
      "2025-09-08 remove cutOffPassed ",
      "2025-09-09 add cutOffPassed ",
      "2025-10-21 add closed Vacances de la Toussaint",
      "2025-10-28 add closed Vacances de la Toussaint",
      "2025-11-11 add closed Armistice 1918",
    ]);
    expect(preview?.removed).toEqual([aCell(leoCanteen, repas, "2025-09-15")]);
  });
});

describe("any periodicity, any rules, any draft", () => {
  const anyMode = fc.constantFrom<PeriodicityMode>("replace", "addOnly");
  const anyCase = anyBookingContext.chain((context) =>
    fc.record({
      context: fc.constant(context),
      wishes: anyWishes(context),
      p: anyPeriodicity(context.inscriptions),
      mode: anyMode,
      emptied: fc.subarray(allInscriptions),
    }),
  );

  /** Said again the slow way: what each cell becomes, from an empty draft. */
  function wantedByHand(
    context: ReturnType<typeof aBookingContext>,
    p: Periodicity,
    mode: PeriodicityMode,
    emptied: readonly number[],
  ): string[] {
    const touched = new Set(p.weeks.flat().map((tick) => tick.inscriptionId));
    if (mode === "replace") emptied.forEach((id) => touched.add(id));
    return allCells(context).flatMap((cell) => {
      const held = isWanted(context, {}, keyOf(cell));
      const week = (daysBetween(mondayOf(p.from), mondayOf(cell.day)) / 7) % p.weeks.length;
      const inPeriod = p.from <= cell.day && cell.day <= p.to;
      const asked = (p.weeks[week] ?? []).some(
        (tick) =>
          tick.inscriptionId === cell.inscriptionId &&
          tick.unitId === cell.unitId &&
          tick.weekday === weekdayOf(cell.day),
      );
      if (!inPeriod || !touched.has(cell.inscriptionId)) return held ? [keyOf(cell)] : [];
      const want = asked || (mode === "addOnly" && held);
      const moved = want === held || mayChangeByTheRules(context, cell, want ? "add" : "remove");
      return (moved ? want : held) ? [keyOf(cell)] : [];
    });
  }

  test("from an empty draft it gives what the rules give cell by cell", () => {
    fc.assert(
      fc.property(anyCase, ({ context, p, mode, emptied }) => {
        const care = context.inscriptions.filter(({ id }) => id !== lucasWednesdays);
        const simple = { ...context, inscriptions: care };
        const { wishes } = applyPeriodicity(simple, {}, p, mode, emptied);
        const wanted = allCells(simple)
          .map(keyOf)
          .filter((key) => isWanted(simple, wishes, key));
        expect(wanted).toEqual(wantedByHand(simple, p, mode, emptied));
      }),
    );
  });

  test("nothing that may no longer change is changed, and the plan says the same", () => {
    fc.assert(
      fc.property(anyCase, ({ context, p, mode, emptied }) => {
        const { wishes, preview } = applyPeriodicity(context, {}, p, mode, emptied);
        const changed = differing(context, wishes);
        const forbidden = changed.filter(
          (cell) =>
            !mayChangeByTheRules(
              context,
              cell,
              isWanted(context, wishes, keyOf(cell)) ? "add" : "remove",
            ),
        );
        expect(forbidden).toEqual([]);
        const plan = planChanges(context, wishes);
        expect(plan.impossible).toEqual([]);
        const previewed = preview.flatMap(({ added, removed }) => [...added, ...removed]);
        expect(previewed.map(keyOf).sort()).toEqual(changed.map(keyOf).sort());
      }),
    );
  });

  test("applying twice is applying once", () => {
    fc.assert(
      fc.property(anyCase, ({ context, wishes, p, mode, emptied }) => {
        const once = applyPeriodicity(context, wishes, p, mode, emptied);
        const twice = applyPeriodicity(context, once.wishes, p, mode, emptied);
        expect(twice.wishes).toEqual(once.wishes);
        expect(twice.preview.flatMap(({ added, removed }) => [...added, ...removed])).toEqual([]);
      }),
    );
  });

  test("no overlap is made, whatever the draft was before", () => {
    fc.assert(
      fc.property(anyCase, ({ context, p, mode, emptied }) => {
        const before: Wishes = tickAll(context, {}, [lucasWednesdays], p, true);
        const { wishes } = applyPeriodicity(context, before, p, mode, emptied);
        expect(planChanges(context, wishes).impossible).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test("add only never removes; replace touches no inscription without a tick or emptied", () => {
    fc.assert(
      fc.property(anyCase, ({ context, wishes, p, emptied }) => {
        const added = applyPeriodicity(context, wishes, p, "addOnly", emptied);
        const lost = allCells(context)
          .map(keyOf)
          .filter((key) => isWanted(context, wishes, key) && !isWanted(context, added.wishes, key));
        expect(lost).toEqual([]);
        const replaced = applyPeriodicity(context, wishes, p, "replace", emptied);
        const touched = new Set([...emptied, ...p.weeks.flat().map((tick) => tick.inscriptionId)]);
        const beside = allCells(context)
          .filter(
            (cell) => !touched.has(cell.inscriptionId) || cell.day < p.from || cell.day > p.to,
          )
          .map(keyOf)
          .filter((key) => wishes[key] !== replaced.wishes[key]);
        expect(beside).toEqual([]);
      }),
    );
  });
});

test("a family-year is a matter of a few thousand cells: every inscription, every day", () => {
  const context = aBookingContext();
  const weeks = [
    context.inscriptions.flatMap((inscription) =>
      inscription.units
        .filter((unit) => unit.id !== matin && unit.id !== unitId.apresMidi)
        .flatMap((unit) =>
          ([1, 2, 3, 4, 5] as const).map((weekday) => ({
            inscriptionId: inscription.id,
            unitId: unit.id,
            weekday,
          })),
        ),
    ),
  ];
  const p = { ...context.schoolYear, weeks };
  const { wishes, preview } = applyPeriodicity(context, {}, p, "replace", []);
  expect(Object.keys(wishes)).toHaveLength(686);
  expect(preview.map(({ added }) => added.length)).toEqual([98, 138, 276, 36, 138]);
  expect(eachDay(context.schoolYear)).toHaveLength(306);
  expect(preview.find((one) => one.inscriptionId === leoStudy)?.added[0]?.day).toBe("2025-09-08");
});
