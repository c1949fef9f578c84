import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { idParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { removeGroupException } from "../../../actions";
import { groupAbove, readGroupPage, unitName } from "../../../read-group-page";
import { RemoveForm } from "../../../remove-form";
import { exceptionTitle, groupTitle } from "../../../words";

export const metadata: Metadata = { title: "Jour exceptionnel" };

export default async function ExceptionPage({
  params,
}: PageProps<"/admin/reglages/groupes/[id]/exceptions/[exceptionId]">) {
  await requirePermission("manage-settings");
  const { id, exceptionId } = await params;
  const page = await readGroupPage(id);
  const exception = page?.schedule.exceptions.find((one) => one.id === idParam(exceptionId));
  if (!page || !exception) notFound();
  const { setting, stamp: shown } = exception;
  return (
    <>
      <Breadcrumb above={groupAbove(page)} here={exceptionTitle(setting)} />
      <PageHeading above={groupTitle(page.group)}>{exceptionTitle(setting)}</PageHeading>
      <Card>
        <DescriptionList
          items={[
            { term: "Unités", detail: unitName(page, setting.unitId) },
            { term: "Raison", detail: setting.reason },
          ]}
        />
        <p className="measure my-3">
          Retiré, ce jour suit à nouveau les ouvertures du groupe. Ce que les familles ont réservé
          reste.
        </p>
        <RemoveForm
          remove={removeGroupException}
          groupId={page.group.id}
          line={{ id: exception.id, shown }}
          label="Retirer ce jour exceptionnel"
          idempotencyKey={randomUUID()}
        />
      </Card>
    </>
  );
}
