import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { idParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { readEstablishments } from "@/lib/services/settings/establishments";
import { EstablishmentForm } from "../establishment-form";
import { establishmentForm, establishmentsAbove } from "../words";

// The title and the page read it once.
const readOne = cache(async (text: string) => {
  const { agent } = await requirePermission("manage-settings");
  const establishments = await readEstablishments(agent);
  return establishments.find(({ id }) => id === idParam(text)) ?? null;
});

export async function generateMetadata({
  params,
}: PageProps<"/admin/reglages/etablissements/[id]">): Promise<Metadata> {
  const one = await readOne((await params).id);
  return { title: one ? `Établissement\u00a0: ${one.setting.name}` : "Établissement introuvable" };
}

export default async function EstablishmentPage({
  params,
}: PageProps<"/admin/reglages/etablissements/[id]">) {
  const one = await readOne((await params).id);
  if (!one) notFound();
  return (
    <>
      <Breadcrumb above={establishmentsAbove} here={one.setting.name} />
      <PageHeading>{one.setting.name}</PageHeading>
      <EstablishmentForm {...establishmentForm(one)} idempotencyKey={randomUUID()} />
    </>
  );
}
