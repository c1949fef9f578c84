import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { town } from "@/town/town";
import { schoolYearsAbove } from "../hrefs";
import { ImportForm } from "./import-form";

export const metadata: Metadata = { title: "Importer le calendrier officiel" };

export default async function ImportCalendarPage() {
  await requirePermission("manage-settings");
  return (
    <>
      <Breadcrumb above={schoolYearsAbove} here="Importer" />
      <PageHeading
        lead={`Téléchargez «\u00a0Le calendrier scolaire\u00a0» sur data.education.gouv.fr, au format CSV ou JSON. Le portail en prend les années de la zone de la commune\u00a0: ${town.schoolZone}.`}
      >
        Importer le calendrier officiel
      </PageHeading>
      <ImportForm idempotencyKey={randomUUID()} />
    </>
  );
}
