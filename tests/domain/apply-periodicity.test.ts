import { applyPeriodicity } from "@/lib/domain/booking/apply-periodicity";
import { keyOf } from "@/lib/domain/booking/context";
import { isWanted, tickAll, wantCell } from "@/lib/domain/booking/wishes";
import { day, eachDay } from "@/lib/domain/day";
import { type Periodicity, type PeriodicityTick } from "@/lib/domain/periodicity";
import { aBookingContext, aCell, heldCells, inscriptionId, unitId } from "@/tests/support/booking";

const { leoCanteen, leoStudy, lucasCanteen, lucasWednesdays } = inscriptionId;
const { repas, matin, journee } = unitId;

const tuesday: PeriodicityTick = { inscriptionId: leoCanteen, unitId: repas, weekday: 2 };
const wholeWednesday: PeriodicityTick = {
  inscriptionId: lucasWednesdays,
  unitId: journee,
  weekday: 3,
};

function aPeriodicity(spec: Partial<Periodicity> = {}): Periodicity {
  return { from: day("2025-09-01"), to: day("2025-09-28"), weeks: [[tuesday]], ...spec };
}

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

describe("a unit for another, where only one of the two may change", () => {
  const days = ["2025-09-10", "2025-09-17"] as const;
  const held = heldCells(...days.map((d) => [lucasWednesdays, journee, d] as const));
  const mornings = aPeriodicity({
    from: day("2025-09-08"),
    to: day("2025-09-21"),
    weeks: [[{ ...wholeWednesday, unitId: matin }]],
  });
  const swap = (every: NonNullable<Parameters<typeof aBookingContext>[0]>["every"]) =>
    applyPeriodicity(
      aBookingContext({ now: "2025-09-09T10:00", held, every: every ?? {} }),
      {},
      mornings,
      "replace",
      [],
    );
  const weekBefore = { kind: "daysBefore", days: 5, skip: "none", at: "23:59" } as const;
  const none = { kind: "none" } as const;

  test("the addition is past its cut-off: the day stays as it is, and is told with why", () => {
    const { wishes, preview } = swap({
      addCutOff: weekBefore,
      removeCutOff: none,
      removals: "automatic",
    });
    expect(Object.keys(wishes)).toHaveLength(2);
    expect(preview[0]).toMatchObject({
      added: [aCell(lucasWednesdays, matin, days[1])],
      removed: [aCell(lucasWednesdays, journee, days[1])],
      impossible: [
        { cell: aCell(lucasWednesdays, matin, days[0]), change: "add", why: "cutOffPassed" },
      ],
    });
  });

  test("removals are examined: both places would be held, so neither changes", () => {
    const { wishes, preview } = swap({ addCutOff: none, removeCutOff: none, removals: "examined" });
    expect(wishes).toEqual({});
    expect(preview[0]).toMatchObject({ added: [], removed: [] });
    expect(preview[0]?.impossible).toMatchObject(
      days.map((d) => ({
        cell: aCell(lucasWednesdays, matin, d),
        change: "add",
        why: "overlap",
        detail: "Journée",
      })),
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
