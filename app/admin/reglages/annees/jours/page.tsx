import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { now } from "@/lib/clock";
import { dayOf, momentOfInstant } from "@/lib/domain/day";
import { capital, formatDay, plural } from "@/lib/domain/day-words";
import { readTownActivities, readTownDays } from "@/lib/services/calendar/town-days";
import { schoolYearsAbove } from "../hrefs";
import { RemovalForm } from "./removal-form";
import { TownDayForm } from "./day-form";

export const metadata: Metadata = { title: "Ponts et mercredis travaillés" };

/** Days on which the town closes everything, or opens beyond its rules, each in one gesture. */
export default async function TownDaysPage({
  searchParams,
}: PageProps<"/admin/reglages/annees/jours">) {
  const { agent } = await requirePermission("manage-settings");
  const today = dayOf(momentOfInstant(now()));
  const [days, activities] = await Promise.all([
    readTownDays(agent, today),
    readTownActivities(agent),
  ]);
  const params = await searchParams;
  const outcome = textParam(params, "ajoute")
    ? "Le jour est enregistré. Les familles le voient dès maintenant."
    : textParam(params, "retire")
      ? "Le jour est retiré\u00a0: les activités suivent à nouveau leurs règles."
      : null;
  return (
    <>
      <Breadcrumb above={schoolYearsAbove} here="Ponts et mercredis travaillés" />
      <PageHeading
        lead={
          "Un jour où tout ferme, ou un jour de classe de plus, pour tous les groupes d’un seul geste. Un pont où l’accueil de loisirs reste ouvert s’écrit plutôt dans les vacances de l’année."
        }
      >
        Ponts et mercredis travaillés
      </PageHeading>
      <div className="grid gap-6">
        {outcome && <Outcome key={outcome}>{outcome}</Outcome>}
        {days.length === 0 ? (
          <EmptyState icon="calendar" title="Aucun jour particulier à venir">
            Les activités suivent leurs règles et le calendrier de l’année.
          </EmptyState>
        ) : (
          <ol className="grid gap-3">
            {days.map((one) => (
              <li
                key={`${one.day} ${one.open} ${one.reason}`}
                className="border-line bg-card shadow-rest flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-xl border p-[min(1rem,5vw)]"
              >
                <div className="min-w-0">
                  <h2 className="text-lg">{capital(formatDay(one.day, "long"))}</h2>
                  <p>{one.reason}</p>
                  <p className="mt-1 flex flex-wrap items-center gap-2">
                    <Badge tone={one.open ? "info" : "warning"}>
                      {one.open ? "Ouvert" : "Fermé"}
                    </Badge>
                    <span className="text-muted text-sm">
                      {plural(one.groups, "groupe", "groupes")}
                    </span>
                  </p>
                </div>
                <RemovalForm its={one} idempotencyKey={randomUUID()} />
              </li>
            ))}
          </ol>
        )}
        <Card title="Ajouter un jour" titleId="ajouter">
          <TownDayForm activities={activities} today={today} idempotencyKey={randomUUID()} />
        </Card>
      </div>
    </>
  );
}
