import type { Metadata } from "next";
import { NewsArticles } from "@/components/portal/news/news-cards";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { authorizeFamily, currentActor } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import { readNewsOf, readPublicNews } from "@/lib/services/news/read-news";

export const metadata: Metadata = { title: "Actualités" };

/** What the town tells today: to everyone, and to the family of who is signed in. */
export default async function NewsPage() {
  const actor = await currentActor();
  const family = authorizeFamily(actor, actor?.familyId ?? null);
  const today = dayOf(nowMoment());
  const news = await (family ? readNewsOf(family, today) : readPublicNews(today));
  return (
    <>
      <PageHeading>Actualités</PageHeading>
      {news.length > 0 ? (
        <NewsArticles news={news} />
      ) : (
        <EmptyState icon="bell" title="Aucune actualité">
          La commune n’annonce rien en ce moment.
        </EmptyState>
      )}
    </>
  );
}
