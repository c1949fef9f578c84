import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { idParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { readDocumentTypeList } from "@/lib/services/settings/document-types";
import { documentTypesAbove } from "../hrefs";
import { DocumentTypeForm } from "../type-form";

// The title and the page read it once.
const readType = cache(async (text: string) => {
  const { agent } = await requirePermission("manage-settings");
  const { types } = await readDocumentTypeList(agent);
  return types.find(({ id }) => id === idParam(text)) ?? null;
});

export async function generateMetadata({
  params,
}: PageProps<"/admin/reglages/justificatifs/[id]">): Promise<Metadata> {
  const type = await readType((await params).id);
  return { title: type ? `Réglage\u00a0: ${type.label}` : "Document introuvable" };
}

export default async function DocumentTypePage({
  params,
}: PageProps<"/admin/reglages/justificatifs/[id]">) {
  const type = await readType((await params).id);
  if (!type) notFound();
  return (
    <>
      <Breadcrumb above={documentTypesAbove} here={type.label} />
      <PageHeading>{type.label}</PageHeading>
      <DocumentTypeForm type={type} idempotencyKey={randomUUID()} />
    </>
  );
}
