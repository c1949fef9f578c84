import { listInWords, plural } from "@/lib/domain/day-words";
import { cents, formatCents, formatDifference } from "@/lib/domain/money";
import type { Cost } from "@/lib/domain/tariff/cost";
import type { UnitCost } from "@/lib/domain/tariff/plan-cost";

/** "12,48 €", "12,48 €, sans 3 dates au tarif non publié". */
export function costInWords({ amount, unpriced }: Cost): string {
  if (unpriced === 0) return formatCents(amount);
  const without = `sans ${plural(unpriced, "date", "dates")} au tarif non publié`;
  return amount === 0 ? "tarif non publié" : `${formatCents(amount)}, ${without}`;
}

/** "70 repas à 2,08 € : 145,60 €", "40 repas à 2,08 € et 30 à 2,15 € : 147,70 €". */
export function unitCostInWords(
  { cost, shares }: UnitCost,
  unit: { nounSingular: string; nounPlural: string },
): string {
  const parts = shares.map(({ amount, count }, i) => {
    const what = i === 0 ? plural(count, unit.nounSingular, unit.nounPlural) : String(count);
    return amount === null ? `${what} au tarif non publié` : `${what} à ${formatCents(amount)}`;
  });
  const [first] = shares;
  const told = shares.length === 1 && first?.count === 1 ? "" : `${listInWords(parts)}\u00a0: `;
  return `${told}${costInWords(cost)}`;
}

/** "+145,60 €", "−6,24 €, sans 3 dates au tarif non publié"; null where nothing of it had a price. */
export function announcedInWords(cost: Cost): string | null {
  const { amount, unpriced } = cost;
  if (amount === 0 && unpriced > 0) return null;
  if (unpriced === 0) return formatDifference(amount);
  const sign = amount > 0 ? "+" : "−";
  return `${sign}${costInWords({ amount: cents(Math.abs(amount)), unpriced })}`;
}
