import type { CellBase, HeldState } from "@/lib/domain/booking/context";
import { planChanges } from "@/lib/domain/booking/plan";
import { day } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import { costByDay, costOver } from "@/lib/domain/tariff/cost";
import { fullPriceTable, priceTable, type KeptPrices } from "@/lib/domain/tariff/price-table";
import {
  aBookingContext,
  aCell,
  heldCells,
  inscriptionId,
  leo,
  lucas,
  unitId,
  wishesOf,
  type BookingContextSpec,
} from "@/tests/support/booking";
import { aVersion, categoryId, fixed, ownUnitId, tariffsWith } from "@/tests/support/tariffs";

const { leoCanteen, lucasCanteen, lucasWednesdays, leoStudy } = inscriptionId;
const { repas, matin, apresMidi, etudes } = unitId;

/** Meals at 2,08 € then 2,12 €; Wednesdays with a fee of 1,03 € then 1,05 €; studies without a price. */
const tariffs = tariffsWith(
  ...(
    [
      [1, "2025-01-01", "2026-01-01", 208, 103],
      [2, "2026-01-01", "2026-06-01", 212, 105],
    ] as const
  ).map(([id, from, to, meal, fee]) =>
    aVersion({
      id,
      from,
      to,
      rules: (
        [
          [repas, meal],
          [matin, 357],
          [apresMidi, 156],
          [ownUnitId.wednesdayFee, fee],
          [ownUnitId.canteenFee, 0],
        ] as const
      ).map(([unit, amount]) => ({
        unitId: unit,
        categoryId: categoryId.child,
        rule: fixed(amount),
      })),
    }),
  ),
);

const nothingKept: KeptPrices = { cells: {}, fees: [] };
const year = { from: day("2025-09-01"), to: day("2026-07-04") };

function costs(spec: BookingContextSpec, wishes = wishesOf(), kept = nothingKept) {
  const context = aBookingContext(spec);
  const family = {
    quotients: [],
    children: [leo, lucas].map((childId, i) => ({
      childId,
      categoryId: categoryId.child,
      rank: i + 1,
    })),
  };
  const full = fullPriceTable(tariffs, family, context.inscriptions);
  return costByDay(context, planChanges(context, wishes).changes, priceTable(full, kept));
}

const tuesday = aCell(leoCanteen, repas, "2025-12-02");
const heldTuesday = (state: HeldState) => heldCells([leoCanteen, repas, "2025-12-02", state]);
const want = { want: true, seen: "free" } as const;

describe("what is due", () => {
  const examined = { every: { removals: "examined" } } as const;
  const back = (seen: HeldState) => wishesOf([tuesday, { want: false, seen }]);
  const again = (seen: CellBase) => wishesOf([tuesday, { want: true, seen }]);
  const free = { amount: 0, unpriced: 0 };
  const due = { amount: 208, unpriced: 0 };

  test.each([
    ["nothing", {}, wishesOf(), free],
    ["reserved", { held: heldTuesday("reserved") }, wishesOf(), due],
    ["pending: asked is counted", { held: heldTuesday("pending") }, wishesOf(), due],
    ["a removal that waits: still due", { held: heldTuesday("removalPending") }, wishesOf(), due],
    ["the other family’s", { held: heldTuesday("elsewhere") }, wishesOf(), free],
    ["the other family’s, wanted", { held: heldTuesday("elsewhere") }, again("elsewhere"), free],
    ["the other family’s, not wanted", { held: heldTuesday("elsewhere") }, back("elsewhere"), free],
    ["wanted", {}, wishesOf([tuesday, want]), due],
    ["wanted, already held: once", { held: heldTuesday("reserved") }, again("free"), due],
    ["kept after all", { held: heldTuesday("removalPending") }, again("removalPending"), due],
    ["given back at once", { held: heldTuesday("reserved") }, back("reserved"), free],
    [
      "given back, the service examines it: still due",
      { ...examined, held: heldTuesday("reserved") },
      back("reserved"),
      due,
    ],
    [
      "a request taken back needs no examination",
      { ...examined, held: heldTuesday("pending") },
      back("pending"),
      free,
    ],
    ["not wanted, and never held", {}, wishesOf([tuesday, { ...want, want: false }]), free],
  ])("%s", (_what, spec, wishes, expected) => {
    const found = costs(spec, wishes);
    expect(costOver(found, year)).toEqual(expected);
    expect([...found.keys()]).toEqual(expected === due ? ["2025-12-02"] : []);
  });

  test("the version of each day; both ends of a period count", () => {
    const held = heldCells(
      [leoCanteen, repas, "2025-12-18"],
      [lucasCanteen, repas, "2025-12-18"],
      [leoCanteen, repas, "2026-01-05"],
    );
    const found = costs({ held });
    expect([...found]).toEqual([
      ["2025-12-18", { amount: 416, unpriced: 0 }],
      ["2026-01-05", { amount: 212, unpriced: 0 }],
    ]);
    const over = (from: string, to: string) => costOver(found, { from: day(from), to: day(to) });
    expect(over("2025-12-18", "2026-01-05").amount).toBe(628);
    expect(over("2025-12-19", "2026-01-05").amount).toBe(212);
    expect(over("2025-12-18", "2026-01-04").amount).toBe(416);
    expect(over("2025-12-19", "2026-01-04")).toEqual({ amount: 0, unpriced: 0 });
  });

  test("without a price is counted apart, never as nothing", () => {
    const held = heldCells(
      [leoStudy, etudes, "2025-12-01"],
      [leoCanteen, repas, "2025-12-01"],
      [leoCanteen, repas, "2026-06-02"],
    );
    const found = costs({ held });
    expect(found.get(day("2025-12-01"))).toEqual({ amount: 208, unpriced: 1 });
    // Neither the meal nor, on another day, its fee of nothing.
    expect(found.get(day("2026-06-02"))).toEqual({ amount: 0, unpriced: 1 });
    expect(costOver(found, year)).toEqual({ amount: 208, unpriced: 2 });
    // What cannot be asked is not estimated either.
    const unknown = wishesOf([aCell(999, repas, "2025-12-01"), want]);
    expect(costOver(costs({}, unknown), year)).toEqual({ amount: 0, unpriced: 0 });
  });

  test("what was validated keeps its price, or keeps having none", () => {
    const held = heldCells([leoCanteen, repas, "2025-12-02"], [leoCanteen, repas, "2025-12-04"]);
    const [first, second] = Object.keys(held);
    const cells = { [first ?? ""]: cents(199), [second ?? ""]: null };
    const found = costs({ held }, wishesOf(), { cells, fees: [] });
    expect(found.get(day("2025-12-02"))).toEqual({ amount: 199, unpriced: 0 });
    expect(found.get(day("2025-12-04"))).toEqual({ amount: 0, unpriced: 1 });
  });
});

describe("a fee that is charged once", () => {
  const third = aCell(lucasWednesdays, matin, "2025-12-03");
  const tenth = aCell(lucasWednesdays, apresMidi, "2025-12-10");
  const held = heldCells(
    [lucasWednesdays, matin, "2025-12-10"],
    [lucasWednesdays, apresMidi, "2025-12-10"],
    [lucasWednesdays, matin, "2025-12-17"],
  );
  const amounts = (found: ReturnType<typeof costs>) =>
    Object.fromEntries([...found].map(([d, { amount }]) => [d, amount]).sort());

  test("falls on the first day, once, whatever its units and the order of the draft", () => {
    expect(amounts(costs({ held }))).toEqual({ "2025-12-10": 616, "2025-12-17": 357 });
    const drafted = wishesOf([tenth, want], [third, want]);
    expect(amounts(costs({}, drafted))).toEqual({ "2025-12-03": 460, "2025-12-10": 156 });
  });

  test("moves to an earlier day that is added, at that day’s price", () => {
    expect(amounts(costs({ held }, wishesOf([third, want])))).toEqual({
      "2025-12-03": 460,
      "2025-12-10": 513,
      "2025-12-17": 357,
    });
    const january = heldCells([lucasWednesdays, matin, "2026-01-07"]);
    expect(amounts(costs({ held: january }))).toEqual({ "2026-01-07": 462 });
    expect(amounts(costs({ held: january }, wishesOf([third, want])))).toEqual({
      "2025-12-03": 460,
      "2026-01-07": 357,
    });
  });

  test("moves on when the first day is given back, and goes with the last", () => {
    const back = { want: false, seen: "reserved" } as const;
    const first = [matin, apresMidi].map(
      (unit) => [aCell(lucasWednesdays, unit, "2025-12-10"), back] as const,
    );
    expect(amounts(costs({ held }, wishesOf(...first)))).toEqual({ "2025-12-17": 460 });
    const last = [aCell(lucasWednesdays, matin, "2025-12-17"), back] as const;
    expect(amounts(costs({ held }, wishesOf(...first, last)))).toEqual({});
  });

  test("keeps the price at which it was charged", () => {
    const fee = { inscriptionId: lucasWednesdays, unitId: ownUnitId.wednesdayFee };
    const charged = { cells: {}, fees: [{ ...fee, amount: cents(99), day: null }] };
    expect(amounts(costs({ held }, wishesOf(), charged))).toEqual({
      "2025-12-10": 612,
      "2025-12-17": 357,
    });
    const another = {
      cells: {},
      fees: [{ ...fee, inscriptionId: leoStudy, amount: cents(99), day: null }],
    };
    expect(amounts(costs({ held }, wishesOf(), another))["2025-12-10"]).toBe(616);
  });

  test("stays on the day on which it became due, also when that day goes", () => {
    const fee = { inscriptionId: lucasWednesdays, unitId: ownUnitId.wednesdayFee };
    const stood = { ...fee, amount: cents(99), day: day("2025-12-10") };
    const back = { want: false, seen: "reserved" } as const;
    const first = [matin, apresMidi].map(
      (unit) => [aCell(lucasWednesdays, unit, "2025-12-10"), back] as const,
    );
    const left = costs({ held }, wishesOf(...first), { cells: {}, fees: [stood] });
    expect(amounts(left)).toEqual({ "2025-12-10": 99, "2025-12-17": 357 });
    const last = [aCell(lucasWednesdays, matin, "2025-12-17"), back] as const;
    expect(
      amounts(costs({ held }, wishesOf(...first, last), { cells: {}, fees: [stood] })),
    ).toEqual({});
  });

  test("that the other home has paid brings none, unless it stands here", () => {
    const fee = { inscriptionId: lucasWednesdays, unitId: ownUnitId.wednesdayFee };
    const settled = [{ ...fee, by: "otherHome" as const }];
    expect(amounts(costs({ held }, wishesOf(), { cells: {}, fees: [], settled }))).toEqual({
      "2025-12-10": 513,
      "2025-12-17": 357,
    });
    const stood = { ...fee, amount: cents(99), day: day("2025-12-10") };
    const both = costs({ held }, wishesOf(), { cells: {}, fees: [stood], settled });
    expect(amounts(both)["2025-12-10"]).toBe(612);
  });

  test("without a price is counted apart too", () => {
    const june = heldCells([lucasWednesdays, matin, "2026-06-03"]);
    expect(costOver(costs({ held: june }), year)).toEqual({ amount: 0, unpriced: 2 });
  });

  test("what the other family holds brings none", () => {
    const elsewhere = heldCells([lucasWednesdays, matin, "2025-12-03", "elsewhere"]);
    expect(amounts(costs({ held: { ...elsewhere, ...held } }))).toEqual(amounts(costs({ held })));
    expect(costs({ held: elsewhere }).size).toBe(0);
  });
});
