import { cents, shareOf, type Cents } from "@/lib/domain/money";
import type { Bracket } from "@/lib/domain/tariff/rule";
import { bracketInWords, bracketOf } from "@/lib/domain/tariff/rule";

/** Days of a year that cost the same under each of two grids. Null: that grid gives no price. */
export interface ReplayedCase {
  readonly familyId: number;
  readonly activityId: number;
  readonly days: number;
  /** Of one day. */
  readonly before: Cents | null;
  readonly after: Cents | null;
}

export interface Receipts {
  readonly before: Cents;
  readonly after: Cents;
}

/** The families of a bracket of quotient, as the new grid treats them. */
export interface BracketImpact {
  readonly label: string;
  readonly families: number;
  readonly more: number;
  readonly less: number;
  readonly same: number;
  /** Over the families of the bracket, a year. */
  readonly average: Cents;
  /** The largest change of one family, either way. */
  readonly largest: Cents;
}

export interface Impact {
  readonly total: Receipts;
  readonly byActivity: readonly (Receipts & {
    readonly activityId: number;
    readonly days: number;
  })[];
  readonly byBracket: readonly BracketImpact[];
  /** Days that count; and days left out, because one of the grids gives no price. */
  readonly days: number;
  readonly unpriced: number;
}

/**
 * What a year would have brought in under another grid, and who would have paid more or less. Only
 * days that both grids price count, so that a missing price never looks like a gain.
 */
export function impactOf(
  cases: readonly ReplayedCase[],
  quotientOf: (familyId: number) => number | null,
  bounds: readonly number[],
): Impact {
  const counted = cases.filter(isPriced);
  const byActivity = grouped(counted, (c) => c.activityId);
  return {
    total: receipts(counted),
    byActivity: [...byActivity].map(([activityId, its]) => ({
      activityId,
      days: daysOf(its),
      ...receipts(its),
    })),
    byBracket: bracketImpacts(counted, quotientOf, bounds),
    days: daysOf(counted),
    unpriced: daysOf(cases) - daysOf(counted),
  };
}

type PricedCase = ReplayedCase & { readonly before: Cents; readonly after: Cents };

function isPriced(one: ReplayedCase): one is PricedCase {
  return one.before !== null && one.after !== null;
}

function daysOf(cases: readonly ReplayedCase[]): number {
  return cases.reduce((sum, { days }) => sum + days, 0);
}

function receipts(cases: readonly PricedCase[]): Receipts {
  return {
    before: cents(cases.reduce((sum, c) => sum + c.before * c.days, 0)),
    after: cents(cases.reduce((sum, c) => sum + c.after * c.days, 0)),
  };
}

function bracketImpacts(
  cases: readonly PricedCase[],
  quotientOf: (familyId: number) => number | null,
  bounds: readonly number[],
): BracketImpact[] {
  const brackets: Bracket[] = bounds.map((from) => ({ from, amount: cents(0) }));
  const labels = [...brackets.map((b) => bracketInWords(brackets, b)), "inconnu"];
  const labelOf = (familyId: number) => {
    const quotient = quotientOf(familyId);
    const bracket = quotient === null ? null : bracketOf(brackets, quotient);
    return bracket ? bracketInWords(brackets, bracket) : "inconnu";
  };
  const changes = [...grouped(cases, (c) => c.familyId)].map(([familyId, its]) => {
    const { before, after } = receipts(its);
    return { label: labelOf(familyId), change: after - before };
  });
  const byLabel = grouped(changes, (c) => c.label);
  return labels.flatMap((label) => {
    const its = byLabel.get(label)?.map(({ change }) => change);
    return its ? [bracketImpact(label, its)] : [];
  });
}

function bracketImpact(label: string, changes: readonly number[]): BracketImpact {
  const sum = changes.reduce((total, change) => total + change, 0);
  return {
    label,
    families: changes.length,
    more: changes.filter((change) => change > 0).length,
    less: changes.filter((change) => change < 0).length,
    same: changes.filter((change) => change === 0).length,
    average: shareOf(sum, 1, changes.length),
    largest: cents(changes.reduce((most, one) => (Math.abs(one) > Math.abs(most) ? one : most), 0)),
  };
}

function grouped<V, K>(values: readonly V[], keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
