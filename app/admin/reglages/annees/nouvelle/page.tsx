import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { schoolYearsAbove } from "../hrefs";
import { SchoolYearForm } from "../year-form";

export const metadata: Metadata = { title: "Ajouter une année scolaire" };

export default async function NewSchoolYearPage() {
  await requirePermission("manage-settings");
  return (
    <>
      <Breadcrumb above={schoolYearsAbove} here="Ajouter" />
      <PageHeading>Ajouter une année scolaire</PageHeading>
      <SchoolYearForm year={null} idempotencyKey={randomUUID()} />
    </>
  );
}
