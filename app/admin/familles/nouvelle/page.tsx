import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { FamilyForm } from "./family-form";

export const metadata: Metadata = { title: "Nouvelle famille" };

export default async function NewFamilyPage() {
  await requirePermission("read-families", "change-families");
  return (
    <>
      <Breadcrumb
        above={[{ href: "/admin/familles", label: "Familles" }]}
        here="Nouvelle famille"
      />
      <PageHeading lead="Les enfants, leurs inscriptions et l’autre responsable s’ajoutent ensuite, dans le dossier.">
        Nouvelle famille
      </PageHeading>
      <FamilyForm idempotencyKey={randomUUID()} />
    </>
  );
}
