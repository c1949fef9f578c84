import type { Day } from "@/lib/domain/day";
import type { Payer } from "@/lib/domain/tariff/price";
import type { Residence } from "@/lib/domain/tariff/reduction";

/** What the town knows of a family's means, from a day on until the next entry. */
export interface QuotientEntry {
  readonly from: Day;
  /** In hundredths; null where the town does not know it. */
  readonly quotientFamilial: number | null;
  /** In hundredths: 250 is two parts and a half. */
  readonly parts: number;
  readonly dependentChildren: number;
  readonly residence: Residence;
}

/** A child as this family pays for it. `rank`: 1 is the eldest of the family. */
export interface PayingChild {
  readonly childId: number;
  readonly categoryId: number | null;
  readonly rank: number;
}

export interface PayingFamily {
  /** Oldest first. */
  readonly quotients: readonly QuotientEntry[];
  readonly children: readonly PayingChild[];
}

/** The entry of the history that holds on a day; null before the first. */
export function quotientOn({ quotients }: PayingFamily, d: Day): QuotientEntry | null {
  return quotients.findLast(({ from }) => from <= d) ?? null;
}

/**
 * For whom a price of that day is. Where the file says nothing, nothing is assumed in the family's
 * favour: no category, no quotient, no residence, and as many dependent children as it has here.
 */
export function payerOn(family: PayingFamily, childId: number, d: Day): Payer {
  const entry = quotientOn(family, d);
  const child = family.children.find((c) => c.childId === childId);
  return {
    categoryId: child?.categoryId ?? null,
    rank: child?.rank ?? 1,
    quotientFamilial: entry?.quotientFamilial ?? null,
    dependentChildren: entry?.dependentChildren ?? family.children.length,
    residence: entry?.residence ?? null,
  };
}
