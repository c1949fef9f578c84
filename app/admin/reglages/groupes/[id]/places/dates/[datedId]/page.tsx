import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { idParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { removeGroupDatedSeats } from "../../../../actions";
import { groupAbove, readGroupPage, unitName } from "../../../../read-group-page";
import { RemoveForm } from "../../../../remove-form";
import { datedSeatsTitle, groupTitle, seatsInWords } from "../../../../words";

export const metadata: Metadata = { title: "Places sur des dates" };

export default async function DatedSeatsPage({
  params,
}: PageProps<"/admin/reglages/groupes/[id]/places/dates/[datedId]">) {
  await requirePermission("manage-settings");
  const { id, datedId } = await params;
  const page = await readGroupPage(id);
  const dated = page?.capacity.dated.find((one) => one.id === idParam(datedId));
  if (!page || !dated) notFound();
  const { setting, stamp: shown } = dated;
  const usual = page.capacity.units.find(({ unitId }) => unitId === setting.unitId)?.seats ?? null;
  return (
    <>
      <Breadcrumb above={groupAbove(page)} here={datedSeatsTitle(setting)} />
      <PageHeading above={groupTitle(page.group)}>{datedSeatsTitle(setting)}</PageHeading>
      <Card>
        <DescriptionList
          items={[
            { term: "Unité", detail: unitName(page, setting.unitId) },
            { term: "Le reste de l’année", detail: seatsInWords(usual) },
          ]}
        />
        <p className="measure my-3">
          Retiré, ces jours ont à nouveau les places du reste de l’année. Ce que les familles ont
          réservé reste.
        </p>
        <RemoveForm
          remove={removeGroupDatedSeats}
          groupId={page.group.id}
          line={{ id: dated.id, shown }}
          label="Retirer ces places"
          idempotencyKey={randomUUID()}
        />
      </Card>
    </>
  );
}
