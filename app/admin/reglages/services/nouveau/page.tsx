import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { DepartmentForm } from "../department-form";
import { departmentsAbove } from "../words";

export const metadata: Metadata = { title: "Ajouter un service" };

export default async function NewDepartmentPage() {
  await requirePermission("manage-settings");
  return (
    <>
      <Breadcrumb above={departmentsAbove} here="Ajouter" />
      <PageHeading>Ajouter un service</PageHeading>
      <DepartmentForm line={null} initial={{}} facts={[]} idempotencyKey={randomUUID()} />
    </>
  );
}
