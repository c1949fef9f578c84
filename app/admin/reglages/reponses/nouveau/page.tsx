import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { TemplateForm } from "../template-form";
import { newTemplate, templatesAbove } from "../words";

export const metadata: Metadata = { title: "Ajouter un modèle de réponse" };

export default async function NewTemplatePage() {
  await requirePermission("manage-settings");
  return (
    <>
      <Breadcrumb above={templatesAbove} here="Ajouter" />
      <PageHeading>Ajouter un modèle de réponse</PageHeading>
      <TemplateForm line={null} initial={newTemplate} facts={[]} idempotencyKey={randomUUID()} />
    </>
  );
}
