import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { idParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { readTemplateList } from "@/lib/services/settings/answer-templates";
import { TemplateForm } from "../template-form";
import { templateForm, templatesAbove } from "../words";

// The title and the page read it once.
const readOne = cache(async (text: string) => {
  const { agent } = await requirePermission("manage-settings");
  const { templates } = await readTemplateList(agent);
  return templates.find(({ id }) => id === idParam(text)) ?? null;
});

export async function generateMetadata({
  params,
}: PageProps<"/admin/reglages/reponses/[id]">): Promise<Metadata> {
  const one = await readOne((await params).id);
  return { title: one ? `Modèle de réponse\u00a0: ${one.setting.name}` : "Modèle introuvable" };
}

export default async function TemplatePage({ params }: PageProps<"/admin/reglages/reponses/[id]">) {
  const one = await readOne((await params).id);
  if (!one) notFound();
  return (
    <>
      <Breadcrumb above={templatesAbove} here={one.setting.name} />
      <PageHeading>{one.setting.name}</PageHeading>
      <TemplateForm {...templateForm(one)} idempotencyKey={randomUUID()} />
    </>
  );
}
