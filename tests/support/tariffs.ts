import { day } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import { priceOf, type Payer, type Price } from "@/lib/domain/tariff/price";
import type { Reduction } from "@/lib/domain/tariff/reduction";
import type { EffortRate, PriceRule } from "@/lib/domain/tariff/rule";
import type {
  PricedUnit,
  TariffCategory,
  Tariffs,
  TariffVersion,
} from "@/lib/domain/tariff/version";
import { unitId } from "@/tests/support/booking";

/** Pure builders: a small town's tariffs over the units of the manual's family. No database. */

export const categoryId = { child: 1, outside: 2, pai: 3 } as const;

export const categories: readonly TariffCategory[] = [
  {
    id: categoryId.child,
    label: "Enfant",
    explanation: "Élève qui habite la commune",
    pai: false,
    residence: "inTown",
  },
  {
    id: categoryId.outside,
    label: "Élève extérieur",
    explanation: null,
    pai: false,
    residence: "outOfTown",
  },
  { id: categoryId.pai, label: "Élève PAI", explanation: null, pai: true, residence: null },
];

/** Units that only the tariff knows: agents' units and fees. */
export const ownUnitId = { accSoirLate: 8, panier: 9, wednesdayFee: 10, canteenFee: 11 } as const;

export const units: readonly PricedUnit[] = [
  aPricedUnit(unitId.accMatin, 1, "Accueil du matin"),
  aPricedUnit(unitId.accSoir, 1, "Accueil du soir", {
    lateUnitId: ownUnitId.accSoirLate,
    paiUnitId: ownUnitId.panier,
  }),
  aPricedUnit(ownUnitId.accSoirLate, 1, "Accueil du soir hors délais"),
  aPricedUnit(unitId.etudes, 2, "Études"),
  aPricedUnit(unitId.repas, 3, "Repas", { paiUnitId: ownUnitId.panier }),
  aPricedUnit(ownUnitId.panier, 3, "Panier-repas"),
  aPricedUnit(ownUnitId.canteenFee, 3, "Frais de dossier", { chargedOnce: true }),
  aPricedUnit(unitId.matin, 4, "Matin"),
  aPricedUnit(unitId.apresMidi, 4, "Après-midi"),
  aPricedUnit(unitId.journee, 4, "Journée"),
  aPricedUnit(ownUnitId.wednesdayFee, 4, "Frais d’inscription", { chargedOnce: true }),
];

function aPricedUnit(
  id: number,
  activityId: number,
  label: string,
  its: Partial<PricedUnit> = {},
): PricedUnit {
  return { id, activityId, label, chargedOnce: false, lateUnitId: null, paiUnitId: null, ...its };
}

export function fixed(amount: number): PriceRule {
  return { kind: "fixed", amount: cents(amount) };
}

/** Brackets as `[from, amount]`. */
export function brackets(...rows: readonly (readonly [number, number])[]): PriceRule {
  return { kind: "brackets", brackets: rows.map(([from, a]) => ({ from, amount: cents(a) })) };
}

export function effort(rate: number, floor: number, ceiling: number): EffortRate {
  return { kind: "effort", rate, floor: cents(floor), ceiling: cents(ceiling) };
}

/** In force for ever, nothing taken off, without a rule: unless told. */
export function aVersion(
  its: Partial<Omit<TariffVersion, "from" | "to">> & { from?: string; to?: string } = {},
): TariffVersion {
  return {
    id: 1,
    name: "Tarifs 2025",
    unknownQuotient: "refuse",
    reductions: [],
    rules: [],
    ...its,
    from: day(its.from ?? "2000-01-01"),
    to: its.to === undefined ? null : day(its.to),
  };
}

export function aPayer(its: Partial<Payer> = {}): Payer {
  return {
    categoryId: categoryId.child,
    quotientFamilial: 80_000,
    dependentChildren: 2,
    rank: 1,
    residence: "inTown",
    ...its,
  };
}

export function aReduction(its: Partial<Reduction> = {}): Reduction {
  return {
    label: "Trois enfants à charge ou plus",
    when: { kind: "dependentChildren", atLeast: 3 },
    off: { kind: "percent", rate: 100_000 },
    unitIds: "every",
    categoryIds: "every",
    ...its,
  };
}

export function tariffsWith(...versions: readonly TariffVersion[]): Tariffs {
  return { versions, categories, units };
}

/** A town where one unit, the meal, has one rule for the category Enfant. */
export function mealAt(rule: PriceRule, its: Parameters<typeof aVersion>[0] = {}): Tariffs {
  const rules = [{ unitId: unitId.repas, categoryId: categoryId.child, rule }];
  return tariffsWith(aVersion({ rules, ...its }));
}

/** The price of a meal, which must be one. */
export function mealPrice(tariffs: Tariffs, payer: Partial<Payer> = {}): Price {
  const asked = { unitId: unitId.repas, day: day("2025-09-01") };
  const priced = priceOf(tariffs, asked, aPayer(payer));
  if (!priced.ok) throw new Error(`No price: ${priced.refusal}`);
  return priced.value;
}

/** The explanation as `label = amount`, with plain spaces. */
export function explained({ lines }: Price): string[] {
  return lines.map(({ label, amount }) =>
    (amount === null ? label : `${label} = ${amount}`).replace(/[\u00a0\u202f]/g, " "),
  );
}
