import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { formatPeriod } from "@/lib/domain/day-words";
import { OpeningForm } from "../../../opening-form";
import { bookedUnits, groupAbove, readGroupPage } from "../../../read-group-page";
import { groupTitle } from "../../../words";

export const metadata: Metadata = { title: "Ajouter une ouverture" };

export default async function NewOpeningPage({
  params,
}: PageProps<"/admin/reglages/groupes/[id]/ouvertures/nouveau">) {
  await requirePermission("manage-settings");
  const page = await readGroupPage((await params).id);
  if (!page) notFound();
  const units = bookedUnits(page);
  const { dates } = page.schedule;
  return (
    <>
      <Breadcrumb above={groupAbove(page)} here="Ajouter une ouverture" />
      <PageHeading above={groupTitle(page.group)}>Ajouter une ouverture</PageHeading>
      <OpeningForm
        groupId={page.group.id}
        units={units}
        dates={formatPeriod(dates)}
        line={null}
        initial={{
          // The only one there is needs no choice.
          units: units.length === 1 ? units.map(({ value }) => value) : [],
          dayKinds: ["schoolDay"],
          firstDay: dates.from,
          lastDay: dates.to,
        }}
        facts={[]}
        idempotencyKey={randomUUID()}
      />
    </>
  );
}
