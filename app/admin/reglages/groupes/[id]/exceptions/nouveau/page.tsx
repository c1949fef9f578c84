import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { formatPeriod } from "@/lib/domain/day-words";
import { ExceptionForm } from "../../../exception-form";
import { bookedUnits, groupAbove, readGroupPage } from "../../../read-group-page";
import { groupTitle } from "../../../words";

export const metadata: Metadata = { title: "Fermer ou ouvrir un jour" };

export default async function NewExceptionPage({
  params,
}: PageProps<"/admin/reglages/groupes/[id]/exceptions/nouveau">) {
  await requirePermission("manage-settings");
  const page = await readGroupPage((await params).id);
  if (!page) notFound();
  return (
    <>
      <Breadcrumb above={groupAbove(page)} here="Ajouter un jour" />
      <PageHeading above={groupTitle(page.group)}>Fermer ou ouvrir un jour</PageHeading>
      <ExceptionForm
        groupId={page.group.id}
        units={bookedUnits(page)}
        dates={formatPeriod(page.schedule.dates)}
        idempotencyKey={randomUUID()}
      />
    </>
  );
}
