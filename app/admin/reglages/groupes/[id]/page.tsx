import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { formatPeriod, plural } from "@/lib/domain/day-words";
import { GroupForm } from "../group-form";
import { readGroupPage } from "../read-group-page";
import { ScheduleLists } from "../schedule-list";
import { groupForm, groupsAbove, groupTitle } from "../words";

const done: Readonly<Record<string, string>> = {
  groupe: "Le groupe est enregistré.",
  ouverture: "L’ouverture est enregistrée. Les familles la voient dès maintenant.",
  exception: "Le jour est enregistré. Les familles le voient dès maintenant.",
  places:
    "Les places sont enregistrées. Les calendriers des familles en tiennent compte dès maintenant.",
  retrait: "C’est retiré. Les familles le voient dès maintenant.",
};

export async function generateMetadata({
  params,
}: PageProps<"/admin/reglages/groupes/[id]">): Promise<Metadata> {
  const page = await readGroupPage((await params).id);
  return { title: page ? `Groupe\u00a0: ${groupTitle(page.group)}` : "Groupe introuvable" };
}

/** A group, when it opens, and the days that are exceptions. */
export default async function GroupPage({
  params,
  searchParams,
}: PageProps<"/admin/reglages/groupes/[id]">) {
  await requirePermission("manage-settings");
  const page = await readGroupPage((await params).id);
  if (!page) notFound();
  const { group, schedule, capacity } = page;
  const outcome = done[textParam(await searchParams, "enregistre")];
  const stands = [
    ...schedule.openings,
    ...schedule.exceptions,
    ...capacity.units,
    ...capacity.dated,
  ].map(({ stamp }) => stamp);
  const { firstDay, lastDay } = group.setting;
  return (
    <>
      <Breadcrumb above={groupsAbove} here={groupTitle(group)} />
      <PageHeading
        above={group.schoolYear}
        lead={`${formatPeriod({ from: firstDay, to: lastDay })}, ${plural(group.inscriptions, "enfant inscrit", "enfants inscrits")}.`}
      >
        {groupTitle(group)}
      </PageHeading>
      <div className="grid gap-8">
        {outcome && <Outcome key={`${group.stamp} ${stands.join(" ")}`}>{outcome}</Outcome>}
        <ScheduleLists page={page} />
        <GroupForm
          activities={[]}
          establishments={[]}
          {...groupForm(group)}
          idempotencyKey={randomUUID()}
        />
      </div>
    </>
  );
}
