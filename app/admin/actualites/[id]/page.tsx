import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { idParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { readNewsList } from "@/lib/services/news/manage-news";
import { NewsForm } from "../news-form";
import { readPlaceChoices } from "../read-choices";
import { newsAbove, newsForm } from "../words";

// The title and the page read it once.
const readOne = cache(async (text: string) => {
  const { agent } = await requirePermission("manage-news");
  const news = await readNewsList(agent);
  return news.find(({ id }) => id === idParam(text)) ?? null;
});

export async function generateMetadata({
  params,
}: PageProps<"/admin/actualites/[id]">): Promise<Metadata> {
  const one = await readOne((await params).id);
  return { title: one ? `Actualité\u00a0: ${one.setting.title}` : "Actualité introuvable" };
}

export default async function OneNewsPage({ params }: PageProps<"/admin/actualites/[id]">) {
  const { agent } = await requirePermission("manage-news");
  const one = await readOne((await params).id);
  if (!one) notFound();
  return (
    <>
      <Breadcrumb above={newsAbove} here={one.setting.title} />
      <PageHeading>{one.setting.title}</PageHeading>
      <NewsForm
        {...newsForm(one)}
        {...await readPlaceChoices(agent)}
        idempotencyKey={randomUUID()}
      />
    </>
  );
}
