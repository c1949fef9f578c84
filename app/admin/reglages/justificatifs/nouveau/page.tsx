import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { documentTypesAbove } from "../hrefs";
import { DocumentTypeForm } from "../type-form";

export const metadata: Metadata = { title: "Ajouter un document" };

export default async function NewDocumentTypePage() {
  await requirePermission("manage-settings");
  return (
    <>
      <Breadcrumb above={documentTypesAbove} here="Ajouter" />
      <PageHeading>Ajouter un document</PageHeading>
      <DocumentTypeForm type={null} idempotencyKey={randomUUID()} />
    </>
  );
}
