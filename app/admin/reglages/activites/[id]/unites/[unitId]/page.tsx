import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { idParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { readActivityPage } from "../../../read-activity-page";
import { UnitForm } from "../../../unit-form";
import { bookedUnits, unitAbove } from "../../../unit-choices";
import { unitForm } from "../../../words";

type Props = PageProps<"/admin/reglages/activites/[id]/unites/[unitId]">;

async function readUnitPage(params: Props["params"]) {
  const { id, unitId } = await params;
  const page = await readActivityPage(id);
  const unit = page?.list.units.find((one) => one.id === idParam(unitId));
  return page && unit ? { ...page, unit } : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await readUnitPage(params);
  return { title: page ? `Unité\u00a0: ${page.unit.setting.label}` : "Unité introuvable" };
}

export default async function UnitPage({ params }: Props) {
  await requirePermission("manage-settings");
  const page = await readUnitPage(params);
  if (!page) notFound();
  const { activity, unit, list } = page;
  return (
    <>
      <Breadcrumb above={unitAbove(activity)} here={unit.setting.label} />
      <PageHeading above={activity.setting.label}>{unit.setting.label}</PageHeading>
      <UnitForm
        activityId={activity.id}
        booked={bookedUnits(list.units, unit.id)}
        {...unitForm(unit, list.units)}
        idempotencyKey={randomUUID()}
      />
    </>
  );
}
