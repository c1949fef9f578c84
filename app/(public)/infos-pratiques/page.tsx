import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { InnerLink } from "@/components/ui/inner-link";
import { PageHeading } from "@/components/ui/page-heading";
import { listPublishedPages } from "@/lib/services/info-pages/read-pages";

export const metadata: Metadata = { title: "Infos pratiques" };

/** The pages that the town has published, for everyone. */
export default async function InfoPagesPage() {
  const pages = await listPublishedPages();
  return (
    <>
      <PageHeading>Infos pratiques</PageHeading>
      {pages.length > 0 ? (
        <ul className="grid gap-1">
          {pages.map(({ slug, title }) => (
            <li key={slug}>
              <InnerLink
                href={`/infos-pratiques/${slug}`}
                className="text-link min-h-target inline-flex items-center text-lg"
              >
                {title}
              </InnerLink>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState icon="info" title="Aucune page">
          La commune n’a rien publié pour le moment.
        </EmptyState>
      )}
    </>
  );
}
