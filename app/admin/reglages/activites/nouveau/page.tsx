import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { ActivityForm } from "../activity-form";
import { readFormFacts } from "../read-form-facts";
import { activitiesAbove, newActivity } from "../words";

export const metadata: Metadata = { title: "Ajouter une activité" };

export default async function NewActivityPage() {
  const { agent } = await requirePermission("manage-settings");
  return (
    <>
      <Breadcrumb above={activitiesAbove} here="Ajouter" />
      <PageHeading lead="Ses unités, ce qui se réserve jour par jour, viennent ensuite.">
        Ajouter une activité
      </PageHeading>
      <ActivityForm
        {...await readFormFacts(agent)}
        beginsAt={null}
        line={null}
        initial={newActivity}
        facts={[]}
        idempotencyKey={randomUUID()}
      />
    </>
  );
}
