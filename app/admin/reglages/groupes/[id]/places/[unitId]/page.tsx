import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { idParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { groupAbove, readGroupPage } from "../../../read-group-page";
import { SeatsForm } from "../../../seats-form";
import { groupTitle, seatsEffects } from "../../../words";

export const metadata: Metadata = { title: "Places d’une unité" };

export default async function SeatsPage({
  params,
}: PageProps<"/admin/reglages/groupes/[id]/places/[unitId]">) {
  await requirePermission("manage-settings");
  const { id, unitId } = await params;
  const page = await readGroupPage(id);
  const unit = page?.capacity.units.find((one) => one.unitId === idParam(unitId));
  if (!page || !unit) notFound();
  return (
    <>
      <Breadcrumb above={groupAbove(page)} here={`Places\u00a0: ${unit.label}`} />
      <PageHeading above={groupTitle(page.group)}>{`Places\u00a0: ${unit.label}`}</PageHeading>
      <SeatsForm
        key={unit.stamp}
        groupId={page.group.id}
        unitId={unit.unitId}
        seats={unit.seats === null ? "" : String(unit.seats)}
        shown={unit.stamp}
        effects={seatsEffects(page.capacity.units, unit)}
        idempotencyKey={randomUUID()}
      />
    </>
  );
}
