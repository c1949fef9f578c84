import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { idParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { readAuthorizationList } from "@/lib/services/settings/authorization-types";
import { authorizationsAbove } from "../hrefs";
import { TypeForm } from "../type-form";

// The title and the page read it once.
const readType = cache(async (text: string) => {
  const { agent } = await requirePermission("manage-settings");
  const { types } = await readAuthorizationList(agent);
  return types.find(({ id }) => id === idParam(text)) ?? null;
});

export async function generateMetadata({
  params,
}: PageProps<"/admin/reglages/autorisations/[id]">): Promise<Metadata> {
  const type = await readType((await params).id);
  return { title: type ? `Réglage\u00a0: ${type.label}` : "Autorisation introuvable" };
}

export default async function AuthorizationSettingPage({
  params,
}: PageProps<"/admin/reglages/autorisations/[id]">) {
  const type = await readType((await params).id);
  if (!type) notFound();
  return (
    <>
      <Breadcrumb above={authorizationsAbove} here={type.label} />
      <PageHeading>{type.label}</PageHeading>
      <TypeForm type={type} idempotencyKey={randomUUID()} />
    </>
  );
}
