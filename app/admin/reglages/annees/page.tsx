import type { Metadata } from "next";
import { idParam, textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { now } from "@/lib/clock";
import { dayOf, momentOfInstant } from "@/lib/domain/day";
import { formatPeriod, plural } from "@/lib/domain/day-words";
import { readSchoolYearList } from "@/lib/services/calendar/list-years";
import { SettingLine } from "../setting-line";

export const metadata: Metadata = { title: "Années scolaires" };

/** The school years of the town, the latest first. */
export default async function SchoolYearsPage({
  searchParams,
}: PageProps<"/admin/reglages/annees">) {
  const { agent } = await requirePermission("manage-settings");
  const { years } = await readSchoolYearList(agent);
  const today = dayOf(momentOfInstant(now()));
  const params = await searchParams;
  const savedId = idParam(textParam(params, "enregistre"));
  const imported = idParam(textParam(params, "importees"));
  const saved = years.find(({ id }) => id === savedId);
  return (
    <>
      <Breadcrumb
        above={[{ href: "/admin/reglages", label: "Réglages" }]}
        here="Années scolaires"
      />
      <PageHeading
        lead="Les jours de classe et les vacances que suivent toutes les activités. Les jours fériés sont connus du portail."
        actions={
          <>
            <ButtonLink href="/admin/reglages/annees/importer" icon="download" wide>
              Importer le calendrier officiel
            </ButtonLink>
            <ButtonLink href="/admin/reglages/annees/nouvelle" icon="plus" variant="secondary" wide>
              Ajouter une année
            </ButtonLink>
          </>
        }
      >
        Années scolaires
      </PageHeading>
      <div className="grid gap-6">
        {saved && (
          <Outcome key={saved.stamp}>
            {`L’année ${saved.name} est enregistrée. Les familles la suivent dès maintenant.`}
          </Outcome>
        )}
        {imported !== null && (
          <Outcome>
            {`Le calendrier officiel est importé\u00a0: ${plural(imported, "année enregistrée", "années enregistrées")}.`}
          </Outcome>
        )}
        {years.length === 0 ? (
          <EmptyState icon="calendar" title="Aucune année scolaire">
            {
              "Importez le calendrier officiel, ou ajoutez une année\u00a0: sans elle, aucune activité ne s’ouvre."
            }
          </EmptyState>
        ) : (
          <ol className="grid gap-3">
            {years.toReversed().map((year) => (
              <SettingLine
                key={year.id}
                href={`/admin/reglages/annees/${year.id}`}
                label={year.name}
                badges={<YearBadge from={year.firstSchoolDay} to={year.lastSchoolDay} on={today} />}
                facts={[
                  formatPeriod({ from: year.firstSchoolDay, to: year.lastSchoolDay }),
                  plural(year.breaks.length, "période de vacances", "périodes de vacances"),
                ]}
              >
                {null}
              </SettingLine>
            ))}
          </ol>
        )}
      </div>
    </>
  );
}

function YearBadge({ from, to, on }: { from: string; to: string; on: string }) {
  if (to < on) return <Badge>Finie</Badge>;
  return from <= on ? <Badge tone="info">En cours</Badge> : <Badge>À venir</Badge>;
}
