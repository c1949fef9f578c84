import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { idParam, textParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { readActivities } from "@/lib/services/settings/activities";
import { readEstablishments } from "@/lib/services/settings/establishments";
import { GroupForm } from "../group-form";
import { readYears } from "../read-years";
import { groupsAbove } from "../words";

export const metadata: Metadata = { title: "Ajouter un groupe" };

export default async function NewGroupPage({
  searchParams,
}: PageProps<"/admin/reglages/groupes/nouveau">) {
  const { agent } = await requirePermission("manage-settings");
  const wanted = idParam(textParam(await searchParams, "annee"));
  const [{ year }, { activities }, establishments] = await Promise.all([
    readYears(agent, wanted),
    readActivities(agent),
    readEstablishments(agent),
  ]);
  const open = establishments.filter(({ setting }) => setting.archivedSince === null);
  const isReady = year !== null && activities.length > 0 && open.length > 0;
  return (
    <>
      <Breadcrumb above={groupsAbove} here="Ajouter" />
      <PageHeading above={year?.name}>Ajouter un groupe</PageHeading>
      {isReady ? (
        <GroupForm
          activities={activities.map(({ id, setting }) => ({
            value: String(id),
            label: setting.label,
          }))}
          establishments={open.map(({ id, setting }) => ({
            value: String(id),
            label: setting.name,
          }))}
          line={null}
          initial={{ schoolYearId: String(year.id), firstDay: year.from, lastDay: year.to }}
          facts={[]}
          idempotencyKey={randomUUID()}
        />
      ) : (
        <EmptyState icon="school" title="Il manque quelque chose avant un groupe">
          Un groupe est une activité, dans un établissement ouvert, pour une année scolaire&nbsp;:
          ajoutez d’abord ce qui manque.
        </EmptyState>
      )}
    </>
  );
}
