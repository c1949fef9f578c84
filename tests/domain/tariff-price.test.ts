import { day } from "@/lib/domain/day";
import { priceOf, type Payer, type PriceRefusal } from "@/lib/domain/tariff/price";
import { FULL_RATE, type PriceRule } from "@/lib/domain/tariff/rule";
import type { Tariffs } from "@/lib/domain/tariff/version";
import { unitId } from "@/tests/support/booking";
import {
  aPayer,
  aVersion,
  brackets,
  categoryId,
  effort,
  explained,
  fixed,
  mealAt,
  mealPrice,
  tariffsWith,
} from "@/tests/support/tariffs";

const grid = brackets([0, 208], [40_000, 256], [160_000, 540]);
const rate = effort(1_500, 88, 200);

describe("a price by its kind of rule", () => {
  test.each<[string, PriceRule, Partial<Payer>, number, readonly string[]]>([
    ["fixed", fixed(508), {}, 508, ["Prix fixe = 508"]],
    ["fixed, free because the town says so", fixed(0), {}, 0, ["Prix fixe = 0"]],
    [
      "fixed, whatever the quotient",
      fixed(508),
      { quotientFamilial: -1 },
      508,
      ["Prix fixe = 508"],
    ],
    ["fixed, quotient unknown", fixed(508), { quotientFamilial: null }, 508, ["Prix fixe = 508"]],
    [
      "the manual’s quotient",
      grid,
      { quotientFamilial: 17 },
      208,
      ["Quotient familial 0,17 : tranche de 0,00 à 399,99 = 208"],
    ],
    [
      "quotient zero",
      grid,
      { quotientFamilial: 0 },
      208,
      ["Quotient familial 0,00 : tranche de 0,00 à 399,99 = 208"],
    ],
    [
      "one hundredth below a bound",
      grid,
      { quotientFamilial: 39_999 },
      208,
      ["Quotient familial 399,99 : tranche de 0,00 à 399,99 = 208"],
    ],
    [
      "at the bound",
      grid,
      { quotientFamilial: 40_000 },
      256,
      ["Quotient familial 400,00 : tranche de 400,00 à 1 599,99 = 256"],
    ],
    [
      "one hundredth below the last bound",
      grid,
      { quotientFamilial: 159_999 },
      256,
      ["Quotient familial 1 599,99 : tranche de 400,00 à 1 599,99 = 256"],
    ],
    [
      "at the last bound",
      grid,
      { quotientFamilial: 160_000 },
      540,
      ["Quotient familial 1 600,00 : tranche à partir de 1 600,00 = 540"],
    ],
    [
      "a share of the quotient",
      rate,
      { quotientFamilial: 80_000 },
      120,
      ["Taux d’effort : 800,00 × 0,15 % = 120"],
    ],
    [
      "half a cent: up",
      rate,
      { quotientFamilial: 83_000 },
      125,
      ["Taux d’effort : 830,00 × 0,15 % = 125"],
    ],
    [
      "just below half a cent: down",
      rate,
      { quotientFamilial: 82_999 },
      124,
      ["Taux d’effort : 829,99 × 0,15 % = 124"],
    ],
    [
      "one cent below the floor",
      rate,
      { quotientFamilial: 58_000 },
      88,
      ["Taux d’effort : 580,00 × 0,15 % = 87", "Prix minimum : 0,88 € = 1"],
    ],
    [
      "exactly the floor",
      rate,
      { quotientFamilial: 58_667 },
      88,
      ["Taux d’effort : 586,67 × 0,15 % = 88"],
    ],
    [
      "one cent above the floor",
      rate,
      { quotientFamilial: 59_000 },
      89,
      ["Taux d’effort : 590,00 × 0,15 % = 89"],
    ],
    [
      "quotient zero pays the floor",
      rate,
      { quotientFamilial: 0 },
      88,
      ["Taux d’effort : 0,00 × 0,15 % = 0", "Prix minimum : 0,88 € = 88"],
    ],
    [
      "exactly the ceiling",
      rate,
      { quotientFamilial: 133_333 },
      200,
      ["Taux d’effort : 1 333,33 × 0,15 % = 200"],
    ],
    [
      "one cent above the ceiling",
      rate,
      { quotientFamilial: 134_000 },
      200,
      ["Taux d’effort : 1 340,00 × 0,15 % = 201", "Prix maximum : 2,00 € = -1"],
    ],
    [
      "floor and ceiling the same, from below",
      effort(1_500, 200, 200),
      { quotientFamilial: 80_000 },
      200,
      ["Taux d’effort : 800,00 × 0,15 % = 120", "Prix minimum : 2,00 € = 80"],
    ],
    [
      "the whole quotient",
      effort(FULL_RATE, 0, 100_000),
      { quotientFamilial: 80_000 },
      80_000,
      ["Taux d’effort : 800,00 × 100 % = 80000"],
    ],
  ])("%s", (_what, rule, payer, amount, lines) => {
    const price = mealPrice(mealAt(rule), payer);
    expect(price).toMatchObject({ amount, versionId: 1, categoryId: 1, unitId: unitId.repas });
    expect(explained(price)).toEqual(["Tarifs 2025, catégorie « Enfant »", ...lines]);
  });

  const unknown = { quotientFamilial: null };
  const highest = { unknownQuotient: "highest" } as const;
  const waiting = "Quotient familial inconnu : prix le plus élevé, en attendant votre justificatif";
  test.each([
    ["brackets", grid, 540],
    ["brackets that fall", brackets([0, 540], [40_000, 208]), 540],
    ["an effort rate", rate, 200],
  ])("quotient unknown, the highest of %s", (_what, rule, amount) => {
    const price = mealPrice(mealAt(rule, highest), unknown);
    expect(price.amount).toBe(amount);
    expect(explained(price).slice(1)).toEqual([`${waiting} = ${amount}`]);
  });

  test("the version of the day, named in the explanation", () => {
    const rules = (n: number) => [
      { unitId: unitId.repas, categoryId: categoryId.child, rule: fixed(n) },
    ];
    const tariffs = tariffsWith(
      aVersion({ id: 1, name: "Tarifs 2025", to: "2026-01-01", rules: rules(208) }),
      aVersion({ id: 2, name: "Tarifs 2026", from: "2026-01-01", rules: rules(212) }),
    );
    const on = (d: string) => priceOf(tariffs, { unitId: unitId.repas, day: day(d) }, aPayer());
    expect(on("2025-12-31")).toMatchObject({ value: { amount: 208, versionId: 1 } });
    expect(on("2026-01-01")).toMatchObject({ value: { amount: 212, versionId: 2 } });
  });
});

describe("no price, and why", () => {
  const other = aVersion({ id: 2, name: "Tarifs bis" });
  const faulty = effort(FULL_RATE + 1, 88, 200);
  test.each<[string, Tariffs, Partial<Payer>, PriceRefusal]>([
    ["no version", tariffsWith(), {}, "no-version"],
    ["not yet", mealAt(grid, { from: "2025-09-02" }), {}, "no-version"],
    ["no longer", mealAt(grid, { to: "2025-09-01" }), {}, "no-version"],
    ["two versions", tariffsWith(...mealAt(grid).versions, other), {}, "two-versions"],
    ["a unit nobody knows", { ...mealAt(grid), units: [] }, {}, "unknown-unit"],
    ["a child without category", mealAt(grid), { categoryId: null }, "no-category"],
    ["a category nobody knows", mealAt(grid), { categoryId: 99 }, "no-category"],
    ["no rule for the category", mealAt(grid), { categoryId: categoryId.outside }, "no-rule"],
    ["no rule at all", tariffsWith(aVersion()), {}, "no-rule"],
    ["no rule for the PAI unit", mealAt(grid), { categoryId: categoryId.pai }, "no-rule"],
    ["a rate above 100 %", mealAt(faulty), {}, "faulty-rule"],
    ["the same, quotient unknown", mealAt(faulty), { quotientFamilial: null }, "faulty-rule"],
    ["a floor above the ceiling", mealAt(effort(1_500, 201, 200)), {}, "faulty-rule"],
    ["a negative price", mealAt(fixed(-1)), {}, "faulty-rule"],
    ["no bracket", mealAt(brackets()), {}, "faulty-rule"],
    [
      "no bracket, the highest",
      mealAt(brackets(), { unknownQuotient: "highest" }),
      { quotientFamilial: null },
      "faulty-rule",
    ],
    ["brackets not from zero", mealAt(brackets([1, 208])), {}, "faulty-rule"],
    ["a negative quotient", mealAt(grid), { quotientFamilial: -1 }, "negative-quotient"],
    ["a negative quotient, by rate", mealAt(rate), { quotientFamilial: -1 }, "negative-quotient"],
    ["an unknown quotient", mealAt(grid), { quotientFamilial: null }, "unknown-quotient"],
    ["an unknown quotient, by rate", mealAt(rate), { quotientFamilial: null }, "unknown-quotient"],
  ])("%s", (_what, tariffs, payer, refusal) => {
    const asked = { unitId: unitId.repas, day: day("2025-09-01") };
    expect(priceOf(tariffs, asked, aPayer(payer))).toEqual({ ok: false, refusal });
  });
});
