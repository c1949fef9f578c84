import { costInWords } from "@/components/portal/tariffs/words";
import { dayOf, type Moment, type Period } from "@/lib/domain/day";
import { cents, formatDifference } from "@/lib/domain/money";
import { costOver, type CostByDay } from "@/lib/domain/tariff/cost";
import type { View } from "./span";

/**
 * "Estimation : semaine 30,22 €, à venir 312,40 € (+45,20 €)": what is in view, what is still to come, and
 * what the draft changes of it. An estimate: the recap has the server's figure.
 */
export function estimate(
  costs: CostByDay,
  held: CostByDay,
  { view, shown, now, whole }: { view: View; shown: Period; now: Moment; whole: Period },
): string {
  const ahead = { from: dayOf(now), to: whole.to };
  const cost = costOver(costs, ahead);
  const change = cents(cost.amount - costOver(held, ahead).amount);
  const difference = change === 0 ? "" : ` (${formatDifference(change)})`;
  const here = view === "year" ? "" : `${span[view]} ${costInWords(costOver(costs, shown))}, `;
  return `Estimation\u00a0: ${here}à venir ${costInWords(cost)}${difference}`;
}

const span = { week: "semaine", month: "mois" } as const;
