import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { idParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { readDepartments } from "@/lib/services/settings/departments";
import { DepartmentForm } from "../department-form";
import { departmentForm, departmentsAbove } from "../words";

// The title and the page read it once.
const readOne = cache(async (text: string) => {
  const { agent } = await requirePermission("manage-settings");
  const departments = await readDepartments(agent);
  return departments.find(({ id }) => id === idParam(text)) ?? null;
});

export async function generateMetadata({
  params,
}: PageProps<"/admin/reglages/services/[id]">): Promise<Metadata> {
  const one = await readOne((await params).id);
  return { title: one ? `Service\u00a0: ${one.setting.name}` : "Service introuvable" };
}

export default async function DepartmentPage({
  params,
}: PageProps<"/admin/reglages/services/[id]">) {
  const one = await readOne((await params).id);
  if (!one) notFound();
  return (
    <>
      <Breadcrumb above={departmentsAbove} here={one.setting.name} />
      <PageHeading>{one.setting.name}</PageHeading>
      <DepartmentForm {...departmentForm(one)} idempotencyKey={randomUUID()} />
    </>
  );
}
