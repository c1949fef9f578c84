import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { EstablishmentForm } from "../establishment-form";
import { establishmentsAbove } from "../words";

export const metadata: Metadata = { title: "Ajouter un établissement" };

export default async function NewEstablishmentPage() {
  await requirePermission("manage-settings");
  return (
    <>
      <Breadcrumb above={establishmentsAbove} here="Ajouter" />
      <PageHeading>Ajouter un établissement</PageHeading>
      <EstablishmentForm
        line={null}
        initial={{ name: "" }}
        facts={[]}
        idempotencyKey={randomUUID()}
      />
    </>
  );
}
