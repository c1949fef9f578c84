import type { Day } from "@/lib/domain/day";
import { cents, formatCents, formatHundredths, shareOf, type Cents } from "@/lib/domain/money";
import { done, refused, type Result } from "@/lib/domain/result";
import {
  offInWords,
  takenOff,
  type Reduction,
  type Residence,
} from "@/lib/domain/tariff/reduction";
import {
  bracketInWords,
  bracketOf,
  formatRate,
  FULL_RATE,
  ruleFault,
  type EffortRate,
  type PriceRule,
} from "@/lib/domain/tariff/rule";
import {
  versionOn,
  type PricedUnit,
  type TariffCategory,
  type Tariffs,
  type TariffVersion,
  type VersionRefusal,
} from "@/lib/domain/tariff/version";

/** For whom a price is: the child within the family that pays. */
export interface Payer {
  readonly categoryId: number | null;
  /** In hundredths; null where the town does not know it. */
  readonly quotientFamilial: number | null;
  readonly dependentChildren: number;
  /** 1 is the eldest child of the family. */
  readonly rank: number;
  /** Null where the town does not know it. */
  readonly residence: Residence | null;
}

/** A step of the explanation. Those with an amount add up to the price. */
export interface PriceLine {
  readonly label: string;
  readonly amount: Cents | null;
}

export interface Price {
  readonly amount: Cents;
  readonly lines: readonly PriceLine[];
  readonly versionId: number;
  readonly categoryId: number;
  /** The unit whose rule gave the price: the late or PAI unit where there is one. */
  readonly unitId: number;
}

export type PriceRefusal =
  | VersionRefusal
  | "unknown-unit"
  | "no-category"
  | "no-rule"
  | "faulty-rule"
  | "negative-quotient"
  | "unknown-quotient";

/** Why there is no price, said to a family. */
export const priceRefusalWords: Readonly<Record<PriceRefusal, string>> = {
  "no-version": "Le tarif de cette date n’est pas encore publié.",
  "two-versions": "Deux tarifs se contredisent à cette date\u00a0: le service doit les corriger.",
  "unknown-unit": "Cette prestation n’a pas de tarif.",
  "no-category":
    "La catégorie de tarif de l’enfant n’est pas renseignée\u00a0: demandez-la au service.",
  "no-rule": "Cette prestation n’a pas de tarif pour cette catégorie.",
  "faulty-rule": "Le tarif de cette prestation est mal réglé\u00a0: le service doit le corriger.",
  "negative-quotient": "Le quotient familial est négatif\u00a0: le service doit le corriger.",
  "unknown-quotient":
    "Votre quotient familial n’est pas connu\u00a0: transmettez votre justificatif au service.",
};

/**
 * The price of one unit on one day, with its own explanation; `late` takes the unit's late unit. The
 * same function for the simulation, the calendar's price table, the recap and what is stored.
 */
export function priceOf(
  tariffs: Tariffs,
  asked: { readonly unitId: number; readonly day: Day; readonly late?: boolean },
  payer: Payer,
): Result<Price, PriceRefusal> {
  const version = versionOn(tariffs.versions, asked.day);
  return version.ok ? priceIn(version.value, tariffs, asked, payer) : version;
}

/** The same in a version that the caller chose, whether or not it is in force: a simulation, a draft. */
export function priceIn(
  version: TariffVersion,
  tariffs: Omit<Tariffs, "versions">,
  asked: { readonly unitId: number; readonly late?: boolean },
  payer: Payer,
): Result<Price, PriceRefusal> {
  const unit = tariffs.units.find(({ id }) => id === asked.unitId);
  if (!unit) return refused("unknown-unit");
  const category = tariffs.categories.find(({ id }) => id === payer.categoryId);
  if (!category) return refused("no-category");
  const priced = pricedUnit(unit, tariffs.units, category, asked.late ?? false);
  const rule = ruleFor(version, priced.id, category.id);
  if (!rule) return refused("no-rule");
  const base = basePrice(rule, version, payer);
  if (!base.ok) return base;
  const lines: PriceLine[] = [
    { label: `${version.name}, catégorie « ${category.label} »`, amount: null },
    ...(priced.id === unit.id
      ? []
      : [{ label: `${priced.label}, au lieu de «\u00a0${unit.label}\u00a0»`, amount: null }]),
    ...base.value,
  ];
  // What is taken off a unit is taken off the late and PAI units that stand for it, too.
  const applied = withReductions(
    lines,
    reductionsFor(version, [unit.id, priced.id], category.id, payer),
  );
  const { id: versionId } = version;
  return done({ ...applied, versionId, categoryId: category.id, unitId: priced.id });
}

/** A late reservation takes the late unit first: a PAI does not make it on time. */
function pricedUnit(
  unit: PricedUnit,
  units: readonly PricedUnit[],
  category: TariffCategory,
  late: boolean,
): PricedUnit {
  const instead = (late ? unit.lateUnitId : null) ?? (category.pai ? unit.paiUnitId : null);
  return units.find(({ id }) => id === instead) ?? unit;
}

const indexes = new WeakMap<TariffVersion, ReadonlyMap<string, PriceRule>>();

function ruleFor(version: TariffVersion, unitId: number, categoryId: number) {
  let index = indexes.get(version);
  if (!index) {
    index = new Map(version.rules.map((r) => [`${r.unitId}|${r.categoryId}`, r.rule]));
    indexes.set(version, index);
  }
  return index.get(`${unitId}|${categoryId}`);
}

function basePrice(
  rule: PriceRule,
  version: TariffVersion,
  { quotientFamilial }: Payer,
): Result<PriceLine[], PriceRefusal> {
  if (ruleFault(rule) !== null) return refused("faulty-rule");
  if (rule.kind === "fixed") return done([{ label: "Prix fixe", amount: rule.amount }]);
  if (quotientFamilial === null) {
    return version.unknownQuotient === "highest"
      ? done([highestPrice(rule)])
      : refused("unknown-quotient");
  }
  if (quotientFamilial < 0) return refused("negative-quotient");
  if (rule.kind === "effort") return done(effortLines(rule, quotientFamilial));
  const bracket = bracketOf(rule.brackets, quotientFamilial);
  if (!bracket) return refused("faulty-rule");
  const words = bracketInWords(rule.brackets, bracket);
  const label = `Quotient familial ${formatHundredths(quotientFamilial)}\u00a0: tranche ${words}`;
  return done([{ label, amount: bracket.amount }]);
}

function highestPrice(rule: Exclude<PriceRule, { kind: "fixed" }>): PriceLine {
  const amounts = rule.kind === "effort" ? [rule.ceiling] : rule.brackets.map((b) => b.amount);
  return {
    label: "Quotient familial inconnu\u00a0: prix le plus élevé, en attendant votre justificatif",
    amount: cents(Math.max(...amounts)),
  };
}

function effortLines({ rate, floor, ceiling }: EffortRate, quotientFamilial: number): PriceLine[] {
  const share = shareOf(quotientFamilial, rate, FULL_RATE);
  const label = `Taux d’effort\u00a0: ${formatHundredths(quotientFamilial)} × ${formatRate(rate)}`;
  const kept = Math.min(Math.max(share, floor), ceiling);
  const lines: PriceLine[] = [{ label, amount: share }];
  if (kept === share) return lines;
  const limit = kept > share ? "Prix minimum" : "Prix maximum";
  return [
    ...lines,
    { label: `${limit}\u00a0: ${formatCents(cents(kept))}`, amount: cents(kept - share) },
  ];
}

function reductionsFor(
  { reductions }: TariffVersion,
  its: readonly number[],
  categoryId: number,
  payer: Payer,
): Reduction[] {
  return reductions.filter(
    ({ when, unitIds, categoryIds }) =>
      (unitIds === "every" || unitIds.some((id) => its.includes(id))) &&
      (categoryIds === "every" || categoryIds.includes(categoryId)) &&
      (when.kind === "residence" ? payer.residence === when.is : payer[when.kind] >= when.atLeast),
  );
}

function withReductions(
  base: readonly PriceLine[],
  reductions: readonly Reduction[],
): { amount: Cents; lines: PriceLine[] } {
  const lines = [...base];
  let amount = cents(base.reduce((sum, line) => sum + (line.amount ?? 0), 0));
  for (const reduction of reductions) {
    const off = takenOff(reduction, amount);
    lines.push({
      label: `${reduction.label}\u00a0: ${offInWords(reduction.off)}`,
      amount: cents(-off),
    });
    amount = cents(amount - off);
  }
  return { amount, lines };
}
