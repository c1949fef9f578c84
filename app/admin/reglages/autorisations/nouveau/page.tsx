import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { authorizationsAbove } from "../hrefs";
import { TypeForm } from "../type-form";

export const metadata: Metadata = { title: "Ajouter une autorisation" };

export default async function NewAuthorizationPage() {
  await requirePermission("manage-settings");
  return (
    <>
      <Breadcrumb above={authorizationsAbove} here="Ajouter" />
      <PageHeading>Ajouter une autorisation</PageHeading>
      <TypeForm type={null} idempotencyKey={randomUUID()} />
    </>
  );
}
