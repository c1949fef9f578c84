import { costInWords } from "@/components/portal/tariffs/words";
import { dayOf, type Moment, type Period } from "@/lib/domain/day";
import { formatCents, formatDifference } from "@/lib/domain/money";
import { costOver, type CostByDay } from "@/lib/domain/tariff/cost";
import type { PlanCost } from "@/lib/domain/tariff/plan-cost";
import type { View } from "./span";

/**
 * "Estimation : semaine 30,22 €, à venir 312,40 € (+45,20 €)": what is in view, what is still to come, and
 * what sending the draft adds to the bill: the figure of the recap. An examined removal is due until the
 * service accepts it: what it may give back is said apart.
 */
export function estimate(
  costs: CostByDay,
  { total, examined }: PlanCost,
  { view, shown, now, whole }: { view: View; shown: Period; now: Moment; whole: Period },
): string {
  const ahead = { from: dayOf(now), to: whole.to };
  const cost = costOver(costs, ahead);
  const changes = [
    total.amount === 0 ? "" : formatDifference(total.amount),
    examined.amount === 0 ? "" : `${formatCents(examined.amount)} de moins si le service accepte`,
  ].filter(Boolean);
  const difference = changes.length === 0 ? "" : ` (${changes.join(", ")})`;
  const here = view === "year" ? "" : `${span[view]} ${costInWords(costOver(costs, shown))}, `;
  return `Estimation\u00a0: ${here}à venir ${costInWords(cost)}${difference}`;
}

const span = { week: "semaine", month: "mois" } as const;
