import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { idParam, textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { ActivityForm } from "../activity-form";
import { readFormFacts } from "../read-form-facts";
import { readActivityPage } from "../read-activity-page";
import { activitiesAbove, activityForm } from "../words";
import { UnitList } from "../unit-list";

export async function generateMetadata({
  params,
}: PageProps<"/admin/reglages/activites/[id]">): Promise<Metadata> {
  const page = await readActivityPage((await params).id);
  return {
    title: page ? `Activité\u00a0: ${page.activity.setting.label}` : "Activité introuvable",
  };
}

/** An activity and its units. */
export default async function ActivityPage({
  params,
  searchParams,
}: PageProps<"/admin/reglages/activites/[id]">) {
  const { agent } = await requirePermission("manage-settings");
  const page = await readActivityPage((await params).id);
  if (!page) notFound();
  const { activity, list } = page;
  const query = await searchParams;
  const unitId = idParam(textParam(query, "unite"));
  const unit = list.units.find(({ id }) => id === unitId);
  const saved = textParam(query, "enregistre") === String(activity.id) ? activity : unit;
  const [beginsAt = null] = list.units.flatMap(({ setting }) => setting.beginsAt ?? []).sort();
  return (
    <>
      <Breadcrumb above={activitiesAbove} here={activity.setting.label} />
      <PageHeading>{activity.setting.label}</PageHeading>
      <div className="grid gap-8">
        {saved && (
          <Outcome key={saved.stamp}>{`C’est enregistré\u00a0: ${saved.setting.label}.`}</Outcome>
        )}
        <UnitList activityId={activity.id} list={list} />
        <ActivityForm
          {...await readFormFacts(agent)}
          {...activityForm(activity)}
          beginsAt={beginsAt}
          idempotencyKey={randomUUID()}
        />
      </div>
    </>
  );
}
