import fc from "fast-check";
import { day } from "@/lib/domain/day";
import { priceOf, type Payer, type PriceRefusal } from "@/lib/domain/tariff/price";
import type { PriceRule } from "@/lib/domain/tariff/rule";
import { anyDay } from "@/tests/support/arbitraries/days";
import {
  anyPayer,
  anyQuotient,
  anyReductions,
  anyRisingRule,
  anyRule,
  anyTariffs,
} from "@/tests/support/arbitraries/tariff";
import { aPayer, mealAt, mealPrice, units } from "@/tests/support/tariffs";
import { unitId } from "@/tests/support/booking";

const anyAsked = fc.record({
  unitId: fc.constantFrom(...units.map(({ id }) => id), 999),
  day: anyDay("2025-11-01", "2026-02-28"),
  late: fc.boolean(),
});

/** Who has a category and a quotient: a price there must be. */
const knownPayer = fc
  .tuple(anyPayer, anyQuotient)
  .map(([payer, quotientFamilial]) => aPayer({ ...payer, categoryId: 1, quotientFamilial }));

function bounds(rule: PriceRule): [number, number] {
  if (rule.kind === "fixed") return [rule.amount, rule.amount];
  if (rule.kind === "effort") return [rule.floor, rule.ceiling];
  const amounts = rule.brackets.map(({ amount }) => amount);
  return [Math.min(...amounts), Math.max(...amounts)];
}

test("any tariffs: a whole amount whose lines add up, or a reason; the same each time", () => {
  const reasons = new Set<PriceRefusal>();
  let prices = 0;
  fc.assert(
    fc.property(anyTariffs, anyAsked, anyPayer, (tariffs, asked, payer) => {
      const priced = priceOf(tariffs, asked, payer);
      expect(priceOf(structuredClone(tariffs), asked, { ...payer })).toEqual(priced);
      if (!priced.ok) {
        reasons.add(priced.refusal);
        return;
      }
      prices += 1;
      const { amount, lines } = priced.value;
      expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
      const amounts = lines.flatMap((line) => line.amount ?? []);
      expect(amounts.length).toBeGreaterThan(0);
      expect(amounts.reduce<number>((sum, one) => sum + one, 0)).toBe(amount);
      expect(lines.every(({ label }) => label.trim() !== "")).toBe(true);
    }),
    { numRuns: 500 },
  );
  // What was drawn is worth something.
  expect(prices).toBeGreaterThan(100);
  expect(reasons.size).toBeGreaterThanOrEqual(5);
});

test("a price lies between the floor and the ceiling of its rule", () => {
  fc.assert(
    fc.property(anyRule, knownPayer, (rule, payer) => {
      const { amount } = mealPrice(mealAt(rule), payer);
      const [least, most] = bounds(rule);
      expect(amount).toBeGreaterThanOrEqual(least);
      expect(amount).toBeLessThanOrEqual(most);
    }),
  );
});

test("reductions never make it dearer", () => {
  fc.assert(
    fc.property(anyRule, anyReductions, knownPayer, (rule, reductions, payer) => {
      const without = mealPrice(mealAt(rule), payer).amount;
      const reduced = mealPrice(mealAt(rule, { reductions }), payer).amount;
      expect(reduced).toBeGreaterThanOrEqual(0);
      expect(reduced).toBeLessThanOrEqual(without);
    }),
  );
});

test("nothing to pay is what the town wrote, or took off", () => {
  fc.assert(
    fc.property(anyRule, anyReductions, anyPayer, (rule, reductions, drawn) => {
      const payer: Payer = { ...drawn, categoryId: 1 };
      const asked = { unitId: unitId.repas, day: day("2025-12-01") };
      const priced = priceOf(mealAt(rule, { reductions }), asked, payer);
      if (!priced.ok || priced.value.amount > 0) return;
      const saysZero = bounds(rule)[0] === 0;
      const takesOff = priced.value.lines.some(({ amount }) => (amount ?? 0) < 0);
      expect(saysZero || takesOff).toBe(true);
    }),
  );
});

test("who has a higher quotient never pays less, where the grid rises", () => {
  fc.assert(
    fc.property(
      anyRisingRule,
      anyReductions,
      knownPayer,
      fc.tuple(anyQuotient, anyQuotient),
      (rule, reductions, payer, two) => {
        const tariffs = mealAt(rule, { reductions });
        const [low = 0, high = 0] = two.toSorted((a, b) => a - b);
        expect(
          mealPrice(tariffs, { ...payer, quotientFamilial: high }).amount,
        ).toBeGreaterThanOrEqual(mealPrice(tariffs, { ...payer, quotientFamilial: low }).amount);
      },
    ),
  );
});

test("an unknown quotient never pays less than a known one, where the town takes the highest", () => {
  fc.assert(
    fc.property(anyRule, anyReductions, knownPayer, (rule, reductions, payer) => {
      const tariffs = mealAt(rule, { reductions, unknownQuotient: "highest" });
      const unknown = mealPrice(tariffs, { ...payer, quotientFamilial: null }).amount;
      expect(unknown).toBeGreaterThanOrEqual(mealPrice(tariffs, payer).amount);
    }),
  );
});
