import { costInWords } from "@/components/portal/tariffs/words";
import { Card } from "@/components/ui/card";
import type { Day } from "@/lib/domain/day";
import { monthName } from "@/lib/domain/day-words";
import type { Cost } from "@/lib/domain/tariff/cost";

/** What the months to come will cost, as things are reserved now. */
export function Forecast({ months }: { months: readonly { month: Day; cost: Cost }[] }) {
  return (
    <Card>
      <dl className="grid gap-2">
        {months.map(({ month, cost }) => (
          <div key={month} className="flex flex-wrap items-baseline justify-between gap-x-4">
            <dt className="first-letter:uppercase">{monthName(month)}</dt>
            <dd className="font-semibold tabular-nums">{costInWords(cost)}</dd>
          </div>
        ))}
      </dl>
      <p className="text-muted mt-3 text-sm">
        Prévision d’après vos réservations d’aujourd’hui, au prix que chacune a aujourd’hui.
      </p>
    </Card>
  );
}
