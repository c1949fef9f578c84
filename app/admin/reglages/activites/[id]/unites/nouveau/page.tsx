import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { readActivityPage } from "../../../read-activity-page";
import { UnitForm } from "../../../unit-form";
import { bookedUnits, unitAbove } from "../../../unit-choices";

export const metadata: Metadata = { title: "Ajouter une unité" };

export default async function NewUnitPage({
  params,
}: PageProps<"/admin/reglages/activites/[id]/unites/nouveau">) {
  await requirePermission("manage-settings");
  const page = await readActivityPage((await params).id);
  if (!page) notFound();
  return (
    <>
      <Breadcrumb above={unitAbove(page.activity)} here="Ajouter" />
      <PageHeading above={page.activity.setting.label}>Ajouter une unité</PageHeading>
      <UnitForm
        activityId={page.activity.id}
        booked={bookedUnits(page.list.units, null)}
        line={null}
        initial={{}}
        facts={[]}
        idempotencyKey={randomUUID()}
      />
    </>
  );
}
