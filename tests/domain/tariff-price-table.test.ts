import fc from "fast-check";
import { keyOf } from "@/lib/domain/booking/context";
import { addDays, day, eachDay, type Day } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import { payerOn, type PayingFamily } from "@/lib/domain/tariff/paying-family";
import { priceOf } from "@/lib/domain/tariff/price";
import { priceSteps, stepOn } from "@/lib/domain/tariff/price-steps";
import {
  amountOf,
  fullPriceTable,
  hasPrices,
  lateAmountOf,
  priceOfCell,
  priceTable,
  rowKey,
  usualAmountOf,
} from "@/lib/domain/tariff/price-table";
import { quarter } from "@/tests/support/arbitraries/booking";
import { anyPayingFamily, anyTariffs } from "@/tests/support/arbitraries/tariff";
import { aBookingContext, aCell, inscriptionId, leo, lucas, unitId } from "@/tests/support/booking";
import {
  aVersion,
  brackets,
  categoryId,
  fixed,
  ownUnitId,
  tariffsWith,
  units,
} from "@/tests/support/tariffs";

const { repas, accMatin, accSoir } = unitId;
const rules = (meal: number, late: number) =>
  [
    [repas, brackets([0, meal], [40_000, meal + 48])] as const,
    [accMatin, fixed(70)] as const,
    [accSoir, fixed(141)] as const,
    [ownUnitId.accSoirLate, fixed(late)] as const,
    [ownUnitId.canteenFee, fixed(meal * 2)] as const,
  ].map(([unit, rule]) => ({ unitId: unit, categoryId: categoryId.child, rule }));
const tariffs = tariffsWith(
  aVersion({ id: 1, from: "2025-01-01", to: "2026-01-01", rules: rules(208, 169) }),
  aVersion({ id: 2, from: "2026-01-01", to: "2026-06-01", rules: rules(212, 172) }),
);

const means = { parts: 250, dependentChildren: 2, residence: "inTown" } as const;
const family: PayingFamily = {
  quotients: [
    { ...means, from: day("2025-01-01"), quotientFamilial: 17 },
    { ...means, from: day("2025-11-01"), quotientFamilial: 39_999 },
    { ...means, from: day("2026-02-01"), quotientFamilial: 40_000 },
  ],
  children: [
    { childId: leo, categoryId: categoryId.child, rank: 1 },
    { childId: lucas, categoryId: categoryId.child, rank: 2 },
  ],
};

describe("steps", () => {
  const steps = (from: string, to: string) =>
    priceSteps(tariffs, family, {
      childId: leo,
      unitId: repas,
      period: { from: day(from), to: day(to) },
    }).map((step) => [step.from, step.usual.ok ? step.usual.value.amount : step.usual.refusal]);

  test.each([
    ["nothing changes", "2025-09-01", "2025-10-31", [["2025-09-01", 208]]],
    ["a change on the first day", "2026-01-01", "2026-01-31", [["2026-01-01", 212]]],
    ["a change the day after the last", "2025-11-02", "2025-12-31", [["2025-11-02", 208]]],
    [
      "a change on the last day",
      "2025-12-01",
      "2026-01-01",
      [
        ["2025-12-01", 208],
        ["2026-01-01", 212],
      ],
    ],
    [
      "a year: version, quotient, and the end of the tariffs",
      "2025-09-01",
      "2026-07-04",
      [
        ["2025-09-01", 208],
        ["2025-11-01", 208],
        ["2026-01-01", 212],
        ["2026-02-01", 260],
        ["2026-06-01", "no-version"],
      ],
    ],
    [
      "before the first version and entry",
      "2024-12-31",
      "2025-01-01",
      [
        ["2024-12-31", "no-version"],
        ["2025-01-01", 208],
      ],
    ],
  ])("%s", (_what, from, to, expected) => {
    expect(steps(from, to)).toEqual(expected);
  });
});

describe("the table of the browser", () => {
  const { inscriptions } = aBookingContext();
  const full = fullPriceTable(tariffs, family, inscriptions);
  const row = (inscription: number, unit: number) =>
    rowKey({ inscriptionId: inscription, unitId: unit });

  test("has one row for each unit of each inscription, and its fees", () => {
    const table = priceTable(full, { cells: {}, fees: [] });
    const expected = inscriptions.flatMap((its) => its.units.map((unit) => row(its.id, unit.id)));
    expect(Object.keys(table.amounts).sort()).toEqual(expected.sort());
    expect(table.fees.map((fee) => [fee.inscriptionId, fee.unitId])).toEqual([
      [inscriptionId.leoCanteen, ownUnitId.canteenFee],
      [inscriptionId.lucasWednesdays, ownUnitId.wednesdayFee],
      [inscriptionId.lucasCanteen, ownUnitId.canteenFee],
    ]);
    expect(table.fees[0]).toMatchObject({ label: "Frais de dossier", kept: null });
  });

  test("steps of the same amounts are one; a late price that changes is a step", () => {
    const { amounts } = priceTable(full, { cells: {}, fees: [] });
    expect(amounts[row(inscriptionId.leoCanteen, repas)]).toEqual([
      { from: "2025-09-01", usual: 208, late: 208 },
      { from: "2026-01-01", usual: 212, late: 212 },
      { from: "2026-02-01", usual: 260, late: 260 },
      { from: "2026-06-01", usual: null, late: null },
    ]);
    expect(amounts[row(inscriptionId.lucasCare, accMatin)]).toEqual([
      { from: "2025-09-01", usual: 70, late: 70 },
      { from: "2026-06-01", usual: null, late: null },
    ]);
    expect(amounts[row(inscriptionId.lucasCare, accSoir)]).toEqual([
      { from: "2025-09-01", usual: 141, late: 169 },
      { from: "2026-01-01", usual: 141, late: 172 },
      { from: "2026-06-01", usual: null, late: null },
    ]);
    // No rule: no price, and never 0.
    expect(amounts[row(inscriptionId.leoStudy, unitId.etudes)]).toEqual([
      { from: "2025-09-01", usual: null, late: null },
    ]);
  });

  test("keeps only what differs from its own amounts", () => {
    const canteen = (d: string) => keyOf(aCell(inscriptionId.leoCanteen, repas, d));
    const elsewhere = keyOf(aCell(999, repas, "2025-12-01"));
    const table = priceTable(full, {
      cells: {
        [canteen("2025-12-01")]: cents(208),
        [canteen("2025-12-02")]: cents(199),
        [canteen("2025-12-04")]: null,
        [canteen("2026-06-01")]: null,
        [canteen("2026-06-02")]: cents(0),
        [elsewhere]: cents(70),
      },
      fees: [
        {
          inscriptionId: inscriptionId.lucasCanteen,
          unitId: ownUnitId.canteenFee,
          amount: cents(103),
          day: null,
        },
      ],
    });
    expect(table.kept).toEqual({
      [canteen("2025-12-02")]: 199,
      [canteen("2025-12-04")]: null,
      [canteen("2026-06-02")]: 0,
      [elsewhere]: 70,
    });
    expect(table.fees.map((fee) => fee.kept)).toEqual([null, null, 103]);
    const second = aCell(inscriptionId.leoCanteen, repas, "2025-12-02");
    expect(amountOf(table, second, keyOf(second))).toBe(199);
    expect(usualAmountOf(table, second)).toBe(208);
    const fourth = aCell(inscriptionId.leoCanteen, repas, "2025-12-04");
    expect(amountOf(table, fourth, keyOf(fourth))).toBeNull();
    expect(lateAmountOf(table, aCell(inscriptionId.lucasCare, accSoir, "2025-12-31"))).toBe(169);
    expect(lateAmountOf(table, aCell(inscriptionId.lucasCare, accSoir, "2026-01-01"))).toBe(172);
    expect(usualAmountOf(table, aCell(999, repas, "2025-12-02"))).toBeNull();
  });

  test("a town without tariffs has no prices to show", () => {
    const none = fullPriceTable(tariffsWith(), family, inscriptions);
    const cell = keyOf(aCell(inscriptionId.leoCanteen, repas, "2025-12-01"));
    expect(hasPrices(priceTable(none, { cells: { [cell]: null }, fees: [] }))).toBe(false);
    expect(hasPrices(priceTable(none, { cells: { [cell]: cents(0) }, fees: [] }))).toBe(true);
    expect(hasPrices(priceTable(full, { cells: {}, fees: [] }))).toBe(true);
  });
});

describe("any tariffs, any history", () => {
  test("the step of a day has the price of that day, and begins where something changes", () => {
    const anyUnit = fc.constantFrom(...units.map(({ id }) => id));
    fc.assert(
      fc.property(anyTariffs, anyPayingFamily, anyUnit, (any, payers, unit) => {
        const asked = { childId: leo, unitId: unit, period: quarter };
        const steps = priceSteps(any, payers, asked);
        expect(steps[0]?.from).toBe(quarter.from);
        expect(stepOn(steps, addDays(quarter.from, -1))).toBeUndefined();
        const changes = new Set([
          ...any.versions.flatMap(({ from, to }) => [from, to]),
          ...payers.quotients.map(({ from }) => from),
        ]);
        expect(steps.slice(1).every(({ from }) => changes.has(from))).toBe(true);
        const both = (price: (d: Day, late: boolean) => unknown) =>
          eachDay(quarter).map((d) => [d, price(d, false), price(d, true)]);
        expect(both((d, late) => stepOn(steps, d)?.[late ? "late" : "usual"])).toEqual(
          both((d, late) => priceOf(any, { unitId: unit, day: d, late }, payerOn(payers, leo, d))),
        );
      }),
    );
  });

  test("the small table says the same amounts as the full one", () => {
    fc.assert(
      fc.property(anyTariffs, anyPayingFamily, (any, payers) => {
        const { inscriptions } = aBookingContext({ every: quarter });
        const full = fullPriceTable(any, payers, inscriptions);
        const small = priceTable(full, { cells: {}, fees: [] });
        for (const d of eachDay(quarter)) {
          const cell = { inscriptionId: inscriptionId.lucasCare, unitId: accSoir, day: d };
          const [usual, late] = [priceOfCell(full, cell, false), priceOfCell(full, cell, true)];
          expect(usualAmountOf(small, cell)).toBe(usual?.ok ? usual.value.amount : null);
          expect(lateAmountOf(small, cell)).toBe(late?.ok ? late.value.amount : null);
        }
      }),
    );
  });
});
