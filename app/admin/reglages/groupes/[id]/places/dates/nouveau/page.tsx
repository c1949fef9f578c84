import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { formatPeriod } from "@/lib/domain/day-words";
import { DatedSeatsForm } from "../../../../dated-seats-form";
import { bookedUnits, groupAbove, readGroupPage } from "../../../../read-group-page";
import { groupTitle } from "../../../../words";

export const metadata: Metadata = { title: "Changer les places sur des dates" };

export default async function NewDatedSeatsPage({
  params,
}: PageProps<"/admin/reglages/groupes/[id]/places/dates/nouveau">) {
  await requirePermission("manage-settings");
  const page = await readGroupPage((await params).id);
  if (!page) notFound();
  return (
    <>
      <Breadcrumb above={groupAbove(page)} here="Changer les places sur des dates" />
      <PageHeading above={groupTitle(page.group)}>Changer les places sur des dates</PageHeading>
      <DatedSeatsForm
        groupId={page.group.id}
        units={bookedUnits(page)}
        dates={formatPeriod(page.schedule.dates)}
        idempotencyKey={randomUUID()}
      />
    </>
  );
}
