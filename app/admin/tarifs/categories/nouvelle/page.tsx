import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { CategoryForm } from "../category-form";
import { categoriesAbove } from "../hrefs";

export const metadata: Metadata = { title: "Ajouter une catégorie" };

export default async function NewCategoryPage() {
  await requirePermission("manage-tariffs");
  return (
    <>
      <Breadcrumb above={categoriesAbove} here="Ajouter" />
      <PageHeading>Ajouter une catégorie</PageHeading>
      <CategoryForm category={null} idempotencyKey={randomUUID()} />
    </>
  );
}
