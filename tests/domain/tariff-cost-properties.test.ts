import fc from "fast-check";
import { baseOf, entriesByCell, parseCellKey } from "@/lib/domain/booking/context";
import { planChanges } from "@/lib/domain/booking/plan";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { addDays, day, type Period } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import { costByDay, costOver, type CostByDay } from "@/lib/domain/tariff/cost";
import { planCost } from "@/lib/domain/tariff/plan-cost";
import {
  fullPriceTable,
  isHeld,
  priceTable,
  type KeptPrices,
  type PriceTable,
} from "@/lib/domain/tariff/price-table";
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

/** What anybody might send, and some or all of what is held given back. */
function anyDraft(context: CostCase["context"]): fc.Arbitrary<Wishes> {
  const keys = entriesByCell(context.held).map(([key]) => key);
  const anyGivenBack = fc.oneof(fc.subarray(keys), fc.constant(keys));
  return fc.tuple(anyWishes(context), anyGivenBack).map(([wishes, back]) => ({
    ...wishes,
    ...Object.fromEntries(back.map((key) => [key, { want: false, seen: baseOf(context, key) }])),
  }));
}

const anyCase: fc.Arbitrary<CostCase> = anyBookingContext.chain((context) =>
  fc.record({
    context: fc.constant(context),
    plan: anyDraft(context).map((wishes) => planChanges(context, wishes)),
    tariffs: anyTariffs,
    family: anyPayingFamily,
    kept: anyKept(context.held),
  }),
);

function pricesOf({ context, tariffs, family, kept }: CostCase): PriceTable {
  return priceTable(fullPriceTable(tariffs, family, context.inscriptions), kept);
}

function costsOf(its: CostCase): CostByDay {
  return costByDay(its.context, its.plan.changes, pricesOf(its));
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

/** As the ledger keeps them: a fee is due as long as its inscription holds a day, and has its price then. */
function feesOfTheLedger(its: CostCase): KeptPrices["fees"] {
  return [
    { inscriptionId: inscriptionId.lucasWednesdays, unitId: ownUnitId.wednesdayFee },
    { inscriptionId: inscriptionId.lucasCanteen, unitId: ownUnitId.canteenFee },
    { inscriptionId: inscriptionId.leoCanteen, unitId: ownUnitId.canteenFee },
  ].flatMap((fee): KeptPrices["fees"] => {
    const before = its.kept.fees.find((kept) => kept.inscriptionId === fee.inscriptionId);
    const held = entriesByCell(its.context.held).some(
      ([key]) => parseCellKey(key)?.inscriptionId === fee.inscriptionId && isHeld(its.context, key),
    );
    if (held) return [{ ...fee, amount: cents(103), day: before?.day ?? day("2025-09-02") }];
    return before ? [{ ...before, day: null }] : [];
  });
}

test("a plan costs what it changes of the bill: the figure of the calendar and of the recap", () => {
  const worth = { changed: 0, examined: 0, impossible: 0, fees: 0 };
  fc.assert(
    fc.property(anyCase, (drawn) => {
      const its = { ...drawn, kept: { ...drawn.kept, fees: feesOfTheLedger(drawn) } };
      const prices = pricesOf(its);
      const { context, plan } = its;
      const ever = { from: day("2025-09-01"), to: day("2026-08-31") };
      const before = costOver(costByDay(context, [], prices), ever);
      const after = costOver(costByDay(context, plan.changes, prices), ever);
      const cost = planCost(context, plan, prices);
      expect(cost.total.amount).toBe(after.amount - before.amount);
      // What the service examines is due until it answers; once accepted, it is what it was said to be.
      const accepted = plan.changes.map((change) => ({ ...change, effect: "atOnce" as const }));
      const done = costOver(costByDay(context, accepted, prices), ever);
      const fees = planCost(context, { ...plan, changes: accepted }, prices).byInscription;
      const ended = [...fees].flatMap(([id, { fees: all }]) =>
        (cost.byInscription.get(id)?.fees.length ?? 0) < all.length ? all : [],
      );
      expect(after.amount - cost.examined.amount + sumOf(ended)).toBe(done.amount);
      if (after.amount !== before.amount) worth.changed += 1;
      if (cost.examined.amount > 0) worth.examined += 1;
      if (plan.impossible.length > 0) worth.impossible += 1;
      if (ended.length > 0) worth.fees += 1;
    }),
    { numRuns: 500 },
  );
  expect(Object.entries(worth).filter(([, count]) => count <= 5)).toEqual([]);
});

const sumOf = (fees: readonly { amount: number | null }[]) =>
  fees.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
