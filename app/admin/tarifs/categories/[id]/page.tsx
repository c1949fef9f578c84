import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { idParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { readCategoryList } from "@/lib/services/tariffs/categories";
import { CategoryForm } from "../category-form";
import { categoriesAbove } from "../hrefs";

type Props = PageProps<"/admin/tarifs/categories/[id]">;

// The title and the page read it once.
const readCategory = cache(async (text: string) => {
  const { agent } = await requirePermission("manage-tariffs");
  const categories = await readCategoryList(agent);
  return categories.find(({ id }) => id === idParam(text)) ?? null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const category = await readCategory((await params).id);
  return { title: category ? `Catégorie\u00a0: ${category.label}` : "Catégorie introuvable" };
}

export default async function CategoryPage({ params }: Props) {
  const category = await readCategory((await params).id);
  if (!category) notFound();
  return (
    <>
      <Breadcrumb above={categoriesAbove} here={category.label} />
      <PageHeading>{category.label}</PageHeading>
      <CategoryForm category={category} idempotencyKey={randomUUID()} />
    </>
  );
}
