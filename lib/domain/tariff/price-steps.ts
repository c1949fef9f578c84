import type { Day, Period } from "@/lib/domain/day";
import type { Result } from "@/lib/domain/result";
import { payerOn, type PayingFamily } from "@/lib/domain/tariff/paying-family";
import { priceOf, type Price, type PriceRefusal } from "@/lib/domain/tariff/price";
import type { Tariffs } from "@/lib/domain/tariff/version";

export type Priced = Result<Price, PriceRefusal>;

/** The price of a unit for a child, from a day on until the next step. */
export interface PriceStep {
  readonly from: Day;
  readonly usual: Priced;
  readonly late: Priced;
}

/**
 * All prices of a unit for a child over a period: a new step only where a version or the family's
 * quotient begins or ends. Between two steps every day costs the same, so a year of dates takes a
 * handful of prices.
 */
export function priceSteps(
  tariffs: Tariffs,
  family: PayingFamily,
  asked: { readonly childId: number; readonly unitId: number; readonly period: Period },
): PriceStep[] {
  return stepDays(tariffs, family, asked.period).map((from) => {
    const payer = payerOn(family, asked.childId, from);
    const priced = (late: boolean) =>
      priceOf(tariffs, { unitId: asked.unitId, day: from, late }, payer);
    return { from, usual: priced(false), late: priced(true) };
  });
}

function stepDays({ versions }: Tariffs, { quotients }: PayingFamily, period: Period): Day[] {
  const changes = [
    ...versions.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
    ...quotients.map(({ from }) => from),
  ].filter((d) => period.from < d && d <= period.to);
  return [...new Set([period.from, ...changes])].sort();
}

/** The step in which a day lies; undefined before the first. */
export function stepOn<S extends { readonly from: Day }>(
  steps: readonly S[],
  d: Day,
): S | undefined {
  return steps.findLast(({ from }) => from <= d);
}
