import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { idParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { formatPeriod } from "@/lib/domain/day-words";
import { removeGroupOpening } from "../../../actions";
import { OpeningForm } from "../../../opening-form";
import { groupAbove, readGroupPage, unitName } from "../../../read-group-page";
import { RemoveForm } from "../../../remove-form";
import { groupTitle, openingForm } from "../../../words";

export const metadata: Metadata = { title: "Modifier une ouverture" };

export default async function OpeningPage({
  params,
}: PageProps<"/admin/reglages/groupes/[id]/ouvertures/[openingId]">) {
  await requirePermission("manage-settings");
  const { id, openingId } = await params;
  const page = await readGroupPage(id);
  const opening = page?.schedule.openings.find((one) => one.id === idParam(openingId));
  if (!page || !opening) notFound();
  const { unitId } = opening.setting;
  const label = unitName(page, unitId);
  const form = openingForm(opening);
  return (
    <>
      <Breadcrumb above={groupAbove(page)} here={label} />
      <PageHeading above={groupTitle(page.group)}>{`Ouverture\u00a0: ${label}`}</PageHeading>
      <div className="grid gap-8">
        <OpeningForm
          groupId={page.group.id}
          units={[{ value: String(unitId), label }]}
          dates={formatPeriod(page.schedule.dates)}
          {...form}
          idempotencyKey={randomUUID()}
        />
        <Card title="Retirer cette ouverture" titleId="retirer">
          <p className="measure mb-3">
            Les familles ne pourront plus réserver ces jours. Ce qu’elles ont réservé reste.
          </p>
          <RemoveForm
            remove={removeGroupOpening}
            groupId={page.group.id}
            line={form.line}
            label="Retirer l’ouverture"
            idempotencyKey={randomUUID()}
          />
        </Card>
      </div>
    </>
  );
}
