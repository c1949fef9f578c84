import {
  addDays,
  dayOf,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  type Day,
  type Moment,
  type Period,
} from "@/lib/domain/day";
import { formatDay, monthName } from "@/lib/domain/day-words";
import { cents, formatDifference } from "@/lib/domain/money";
import { costInWords } from "@/components/portal/tariffs/words";
import { costOver, type Cost, type CostByDay } from "@/lib/domain/tariff/cost";

/** What the week and the month that are looked at will cost. An estimate: the recap has the server's figure. */
export function CostSummary({ costs, anchor }: { costs: CostByDay; anchor: Day }) {
  const monday = mondayOf(anchor);
  const month = { from: firstOfMonth(anchor), to: lastOfMonth(anchor) };
  return (
    <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
      <Amount
        label={`Semaine du ${formatDay(monday, "dayMonth")}`}
        cost={costOver(costs, { from: monday, to: addDays(monday, 6) })}
      />
      <Amount label={`Mois de ${monthName(anchor)}`} cost={costOver(costs, month)} />
    </dl>
  );
}

function Amount({ label, cost }: { label: string; cost: Cost }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <dt className="text-muted text-sm">{`${label}, estimation`}</dt>
      <dd className="font-semibold tabular-nums">{costInWords(cost)}</dd>
    </div>
  );
}

/** "Estimation de l’année à venir : 312,40 € (+45,20 €)": the second figure is what the draft changes. */
export function yearAhead(costs: CostByDay, held: CostByDay, now: Moment, whole: Period): string {
  const ahead = { from: dayOf(now), to: whole.to };
  const cost = costOver(costs, ahead);
  const change = cents(cost.amount - costOver(held, ahead).amount);
  const difference = change === 0 ? "" : ` (${formatDifference(change)})`;
  return `Année à venir, estimation\u00a0: ${costInWords(cost)}${difference}`;
}
