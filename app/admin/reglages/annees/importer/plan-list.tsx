import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { listInWords } from "@/lib/domain/day-words";
import type { CalendarPlan, PlannedYear } from "@/lib/domain/plan-calendar-import";
import { schoolYearFacts } from "../words";

/** What a file would do of each year, and which years it leaves as they are. */
export function PlanList({ plan: { years, leftOut, ended } }: { plan: CalendarPlan }) {
  return (
    <div className="grid gap-4">
      <ul className="grid gap-4">
        {years.map((planned) => (
          <li key={planned.year.name} className="border-line rounded-xl border p-[min(1rem,5vw)]">
            <h2 className="flex flex-wrap items-center gap-2 text-lg">
              {planned.year.name}
              <YearBadge {...planned} />
            </h2>
            <DescriptionList items={changesIn(planned)} />
          </li>
        ))}
      </ul>
      {leftOut.length > 0 && (
        <section>
          <h2 className="text-lg">Années qui ne sont pas prises</h2>
          <ul className="list-disc pl-5">
            {leftOut.map(({ name, why }) => (
              <li key={name}>{`${name}\u00a0: ${why}`}</li>
            ))}
          </ul>
        </section>
      )}
      {ended.length > 0 && (
        <p className="text-muted text-sm">
          {`Déjà finies, laissées comme elles sont\u00a0: ${listInWords(ended)}.`}
        </p>
      )}
    </div>
  );
}

function YearBadge({ before, isSame }: PlannedYear) {
  if (isSame) return <Badge>Sans changement</Badge>;
  return before ? <Badge tone="warning">Change</Badge> : <Badge tone="info">Nouvelle</Badge>;
}

/** A new year in full; of one that changes, each fact before and after. */
function changesIn({ year, before, isSame }: PlannedYear) {
  const now = schoolYearFacts(year).filter(({ term }) => term !== "Nom");
  if (!before || isSame) return now;
  const was = schoolYearFacts(before);
  return now.flatMap(({ term, detail }) => {
    const old = was.find((fact) => fact.term === term)?.detail ?? "";
    return old === detail
      ? []
      : [
          { term: `${term}, aujourd’hui`, detail: old },
          { term: `${term}, dans le fichier`, detail },
        ];
  });
}
