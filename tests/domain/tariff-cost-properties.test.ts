import fc from "fast-check";
import { entriesByCell, keyOf, parseCellKey } from "@/lib/domain/booking/context";
import { planChanges } from "@/lib/domain/booking/plan";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { addDays, day, type Period } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import { costByDay, costOver, type CostByDay } from "@/lib/domain/tariff/cost";
import { planCost } from "@/lib/domain/tariff/plan-cost";
import { fullPriceTable, priceTable, type KeptPrices } from "@/lib/domain/tariff/price-table";
import { anyBookingContext, anyWishes, quarter } from "@/tests/support/arbitraries/booking";
import { anyPayingFamily, anyTariffs } from "@/tests/support/arbitraries/tariff";
import { inscriptionId } from "@/tests/support/booking";
import { costByTheRules, type CostCase } from "@/tests/support/cost-oracle";
import { ownUnitId } from "@/tests/support/tariffs";

const anyKeptAmount = fc.option(fc.integer({ min: 0, max: 3_000 }).map(cents), { freq: 4 });

function anyKept(held: CostCase["context"]["held"]): fc.Arbitrary<KeptPrices> {
  const keys = entriesByCell(held).map(([key]) => key);
  const fees = [
    { inscriptionId: inscriptionId.lucasWednesdays, unitId: ownUnitId.wednesdayFee },
    { inscriptionId: inscriptionId.lucasCanteen, unitId: ownUnitId.canteenFee },
  ];
  return fc.record({
    cells: fc
      .subarray(keys)
      .chain((some) =>
        fc.tuple(...some.map((key) => anyKeptAmount.map((amount) => [key, amount] as const))),
      )
      .map((rows) => Object.fromEntries(rows)),
    fees: fc
      .tuple(fc.subarray(fees), fc.constantFrom(null, day("2025-12-03"), day("2025-10-01")))
      .map(([some, standsOn]) =>
        some.map((fee) => ({ ...fee, amount: cents(103), day: standsOn })),
      ),
  });
}

/** Cells of the family only: the others have no price, and no oracle. */
function ofTheFamily(wishes: Wishes): Wishes {
  return Object.fromEntries(
    entriesByCell(wishes).filter(([key]) => {
      const cell = parseCellKey(key);
      const within = cell && quarter.from <= cell.day && cell.day <= quarter.to;
      return within && cell.inscriptionId !== 999 && cell.unitId !== 999;
    }),
  );
}

const anyCase: fc.Arbitrary<CostCase> = anyBookingContext.chain((context) =>
  fc.record({
    context: fc.constant(context),
    wishes: anyWishes(context).map(ofTheFamily),
    tariffs: anyTariffs,
    family: anyPayingFamily,
    kept: anyKept(context.held),
  }),
);

function costsOf({ context, wishes, tariffs, family, kept }: CostCase): CostByDay {
  const full = fullPriceTable(tariffs, family, context.inscriptions);
  return costByDay(context, wishes, priceTable(full, kept));
}

const anyOffset = fc.integer({ min: -5, max: 68 });
const between = (one: number, other: number): Period => ({
  from: addDays(quarter.from, Math.min(one, other)),
  to: addDays(quarter.from, Math.max(one, other)),
});

test("a period costs what its cells cost one by one", () => {
  let worth = 0;
  fc.assert(
    fc.property(anyCase, anyOffset, anyOffset, (its, one, other) => {
      const costs = costsOf(its);
      const part = between(one, other);
      expect(costOver(costs, part)).toEqual(costByTheRules(its, part));
      const all = costOver(costs, quarter);
      expect(all).toEqual(costByTheRules(its, quarter));
      if (all.amount > 0 && all.unpriced > 0) worth += 1;
    }),
    { numRuns: 300 },
  );
  // What was drawn has prices, and days without.
  expect(worth).toBeGreaterThan(30);
});

test("splitting a period changes nothing", () => {
  const anyThree = fc.tuple(anyOffset, anyOffset, anyOffset);
  fc.assert(
    fc.property(anyCase, anyThree, (its, three) => {
      const [a = 0, b = 0, c = 0] = three.toSorted((x, y) => x - y);
      const costs = costsOf(its);
      const whole = costOver(costs, between(a, c));
      const first = costOver(costs, between(a, b));
      const rest = b < c ? costOver(costs, between(b + 1, c)) : { amount: 0, unpriced: 0 };
      expect(first.amount + rest.amount).toBe(whole.amount);
      expect(first.unpriced + rest.unpriced).toBe(whole.unpriced);
    }),
  );
});

test("a plan costs what it changes of the bill", () => {
  const bothFees = (its: CostCase): CostCase => ({
    ...its,
    kept: {
      ...its.kept,
      // A fee that was never charged is new on the bill, even where days are held already.
      fees: [
        { inscriptionId: inscriptionId.lucasWednesdays, unitId: ownUnitId.wednesdayFee },
        { inscriptionId: inscriptionId.lucasCanteen, unitId: ownUnitId.canteenFee },
        { inscriptionId: inscriptionId.leoCanteen, unitId: ownUnitId.canteenFee },
      ].map((fee) => ({ ...fee, amount: cents(103), day: null })),
    },
  });
  let worth = 0;
  fc.assert(
    fc.property(anyCase.map(bothFees), (its) => {
      const { context, wishes, tariffs, family, kept } = its;
      const plan = planChanges(context, wishes);
      // Removals that the service examines first leave the bill as it is for the moment.
      fc.pre(plan.changes.every(({ change, effect }) => change === "add" || effect === "atOnce"));
      const full = fullPriceTable(tariffs, family, context.inscriptions);
      const prices = priceTable(full, kept);
      const done = Object.fromEntries(
        plan.changes.flatMap(({ cell }) => {
          const wish = wishes[keyOf(cell)];
          return wish ? [[keyOf(cell), wish]] : [];
        }),
      );
      const before = costOver(costByDay(context, {}, prices), quarter);
      const after = costOver(costByDay(context, done, prices), quarter);
      expect(planCost(context, plan, prices).total).toEqual({
        amount: after.amount - before.amount,
        unpriced: expect.any(Number),
      });
      if (after.amount !== before.amount) worth += 1;
    }),
    { numRuns: 500 },
  );
  expect(worth).toBeGreaterThan(5);
});
