import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { InfoPageForm } from "../page-form";
import { pagesAbove } from "../words";

export const metadata: Metadata = { title: "Ajouter une page" };

export default async function NewInfoPagePage() {
  await requirePermission("manage-news");
  return (
    <>
      <Breadcrumb above={pagesAbove} here="Ajouter" />
      <PageHeading lead="Enregistrez la page, puis ajoutez-lui des documents.">
        Ajouter une page
      </PageHeading>
      <InfoPageForm line={null} initial={{}} facts={[]} idempotencyKey={randomUUID()} />
    </>
  );
}
