import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { sizeInWords } from "@/components/portal/supporting-documents/words";
import { RichText } from "@/components/portal/text/rich-text";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { PageHeading } from "@/components/ui/page-heading";
import { readPublishedPage } from "@/lib/services/info-pages/read-pages";

// The title and the page read it once.
const readOne = cache(readPublishedPage);

type Props = PageProps<"/infos-pratiques/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await readOne((await params).slug);
  return { title: page ? page.title : "Page introuvable" };
}

/** One page, with the documents that it gives. */
export default async function InfoPagePage({ params }: Props) {
  const page = await readOne((await params).slug);
  if (!page) notFound();
  return (
    <>
      <Breadcrumb
        above={[{ href: "/infos-pratiques", label: "Infos pratiques" }]}
        here={page.title}
      />
      <PageHeading>{page.title}</PageHeading>
      <div className="grid gap-8">
        <RichText blocks={page.text} level={2} />
        {page.documents.length > 0 && (
          <Card title="Documents à télécharger" titleId="documents">
            <ul className="grid gap-1">
              {page.documents.map(({ id, label, bytes }) => (
                <li key={id}>
                  <a
                    href={`/infos-pratiques/fichiers/${id}`}
                    download
                    className="text-link min-h-target inline-flex items-center gap-2"
                  >
                    <Icon name="download" />
                    {`${label} (PDF, ${sizeInWords(bytes)})`}
                  </a>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}
