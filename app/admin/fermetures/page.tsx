import type { Metadata } from "next";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { InnerLink } from "@/components/ui/inner-link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { closureState } from "@/lib/domain/closure";
import { dayOf, type Day } from "@/lib/domain/day";
import { capital, formatPeriod, plural } from "@/lib/domain/day-words";
import { readClosures, type ListedClosure } from "@/lib/services/closures/list";
import { closureHref, closuresHref } from "./hrefs";
import { childrenInWords, closedInWords, stateWords } from "./words";

export const metadata: Metadata = { title: "Fermetures et grèves" };

/** The closures that were declared: those to come, and those that have passed. */
export default async function ClosuresPage() {
  const { agent } = await requirePermission("manage-closures");
  const today = dayOf(nowMoment());
  const closures = await readClosures(agent);
  const isAhead = ({ period }: ListedClosure) => period.to >= today;
  return (
    <>
      <PageHeading
        lead={
          "Un jour de grève, une panne\u00a0: les réservations sont annulées et rendues, et chaque famille est prévenue, d’un seul geste."
        }
        actions={
          <ButtonLink href={`${closuresHref}/nouvelle`} icon="plus">
            Déclarer une fermeture
          </ButtonLink>
        }
      >
        Fermetures et grèves
      </PageHeading>
      {closures.length === 0 ? (
        <EmptyState icon="calendar" title="Aucune fermeture déclarée">
          Les jours fériés et les vacances se règlent dans les années scolaires.
        </EmptyState>
      ) : (
        <div className="grid gap-8">
          <Closures
            title="À venir et en cours"
            closures={closures.filter(isAhead).toReversed()}
            today={today}
          />
          <Closures
            title="Passées"
            closures={closures.filter((closure) => !isAhead(closure))}
            today={today}
          />
        </div>
      )}
    </>
  );
}

function Closures({
  title,
  closures,
  today,
}: {
  title: string;
  closures: readonly ListedClosure[];
  today: Day;
}) {
  if (closures.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="mb-3">{title}</h2>
      <ul className="grid gap-3">
        {closures.map((closure) => {
          const { period, reopened } = closure;
          const state = closureState({ period, reopened: reopened !== null }, today);
          return (
            <li
              key={closure.id}
              className="border-line bg-card shadow-rest rounded-xl border p-[min(1rem,5vw)]"
            >
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <h3 className="min-w-0">
                  <InnerLink href={closureHref(closure.id)} className="text-link">
                    {`${capital(formatPeriod(period))}\u00a0: ${closure.reason}`}
                  </InnerLink>
                </h3>
                <Badge tone={stateWords[state].tone}>{stateWords[state].label}</Badge>
              </div>
              <p>{closedInWords(closure)}</p>
              <p className="text-muted text-sm">
                {`${childrenInWords(closure.children, closure.families)}, ${plural(closure.places, "réservation annulée", "réservations annulées")}`}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
