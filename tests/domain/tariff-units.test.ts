import { priceIn } from "@/lib/domain/tariff/price";
import { unitId } from "@/tests/support/booking";
import {
  aPayer,
  aReduction,
  aVersion,
  categories,
  categoryId,
  explained,
  fixed,
  ownUnitId,
  units,
} from "@/tests/support/tariffs";

// The unit that gives the price: a late reservation's, or the one of a child with a PAI.

const version = aVersion({
  reductions: [aReduction({ label: "Hors délais", unitIds: [ownUnitId.accSoirLate] })],
  rules: [categoryId.child, categoryId.pai].flatMap((category) =>
    (
      [
        [unitId.accMatin, 70],
        [unitId.accSoir, 141],
        [ownUnitId.accSoirLate, 169],
        [unitId.repas, 208],
        [ownUnitId.panier, 104],
      ] as const
    ).map(([unit, amount]) => ({ unitId: unit, categoryId: category, rule: fixed(amount) })),
  ),
});

const price = (unit: number, late: boolean, category: number = categoryId.child, known = units) =>
  priceIn(
    version,
    { categories, units: known },
    { unitId: unit, late },
    aPayer({ categoryId: category }),
  );

test.each([
  ["on time", unitId.accSoir, false, categoryId.child, unitId.accSoir, 141],
  ["late", unitId.accSoir, true, categoryId.child, ownUnitId.accSoirLate, 169],
  ["late, without a late unit", unitId.accMatin, true, categoryId.child, unitId.accMatin, 70],
  ["PAI", unitId.repas, false, categoryId.pai, ownUnitId.panier, 104],
  ["no PAI", unitId.repas, false, categoryId.child, unitId.repas, 208],
  ["PAI, without a PAI unit", unitId.accMatin, false, categoryId.pai, unitId.accMatin, 70],
  ["PAI, on time, with both", unitId.accSoir, false, categoryId.pai, ownUnitId.panier, 104],
  ["PAI and late: late first", unitId.accSoir, true, categoryId.pai, ownUnitId.accSoirLate, 169],
  ["PAI and late, without a late unit", unitId.repas, true, categoryId.pai, ownUnitId.panier, 104],
])("%s", (_what, unit, late, category, by, amount) => {
  expect(price(unit, late, category)).toMatchObject({ ok: true, value: { unitId: by, amount } });
});

test("late is only said where it is asked", () => {
  const asked = { unitId: unitId.accSoir };
  expect(priceIn(version, { categories, units }, asked, aPayer())).toEqual(
    price(unitId.accSoir, false),
  );
});

test("the explanation names both units", () => {
  const late = price(unitId.accSoir, true);
  expect(late.ok && explained(late.value)).toEqual([
    "Tarifs 2025, catégorie « Enfant »",
    "Accueil du soir hors délais, au lieu de « Accueil du soir »",
    "Prix fixe = 169",
  ]);
  const pai = price(unitId.repas, false, categoryId.pai);
  expect(pai.ok && explained(pai.value)).toEqual([
    "Tarifs 2025, catégorie « Élève PAI »",
    "Panier-repas, au lieu de « Repas »",
    "Prix fixe = 104",
  ]);
});

test("reductions are those of the unit that gives the price", () => {
  const payer = aPayer({ dependentChildren: 3 });
  const asked = (late: boolean) =>
    priceIn(version, { categories, units }, { unitId: unitId.accSoir, late }, payer);
  expect(asked(false)).toMatchObject({ value: { amount: 141 } });
  expect(asked(true)).toMatchObject({ value: { amount: 152 } });
});

test("a late unit without a rule is no price, not the usual one", () => {
  const others = version.rules.filter((r) => r.unitId !== ownUnitId.accSoirLate);
  const asked = { unitId: unitId.accSoir, late: true };
  expect(priceIn({ ...version, rules: others }, { categories, units }, asked, aPayer())).toEqual({
    ok: false,
    refusal: "no-rule",
  });
});
