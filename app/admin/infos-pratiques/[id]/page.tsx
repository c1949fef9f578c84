import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { idParam, textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { InnerLink } from "@/components/ui/inner-link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { readPageList } from "@/lib/services/info-pages/manage-pages";
import { town } from "@/town/town";
import { DocumentsCard } from "../documents-card";
import { InfoPageForm } from "../page-form";
import { doneWords, infoPageForm, pagesAbove, problemOf } from "../words";

// The title and the page read it once.
const readOne = cache(async (text: string) => {
  const { agent } = await requirePermission("manage-news");
  const { pages } = await readPageList(agent);
  return pages.find(({ id }) => id === idParam(text)) ?? null;
});

type Props = PageProps<"/admin/infos-pratiques/[id]">;

/** The title says first that something is wrong: without JavaScript nothing else could. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const one = await readOne((await params).id);
  if (!one) return { title: "Page introuvable" };
  const failed = problemOf(textParam(await searchParams, "erreur")) !== null;
  return { title: `${failed ? "Erreur\u00a0: " : "Page\u00a0: "}${one.setting.title}` };
}

/** A page of "Infos pratiques": its documents, and its text. */
export default async function OneInfoPagePage({ params, searchParams }: Props) {
  const one = await readOne((await params).id);
  if (!one) notFound();
  const query = await searchParams;
  const outcome = doneWords[textParam(query, "fait")];
  const { slug, setting, documents } = one;
  return (
    <>
      <Breadcrumb above={pagesAbove} here={setting.title} />
      <PageHeading>{setting.title}</PageHeading>
      <div className="grid gap-6">
        {outcome && <Outcome key={`${one.stamp} ${documents.length}`}>{outcome}</Outcome>}
        {setting.published && (
          <p>
            <InnerLink href={`/infos-pratiques/${slug}`} className="text-link">
              Voir la page comme les familles
            </InnerLink>
          </p>
        )}
        <DocumentsCard
          pageId={one.id}
          documents={documents.map((each) => ({ ...each, idempotencyKey: randomUUID() }))}
          largestFile={town.supportingDocuments.largestFile}
          error={problemOf(textParam(query, "erreur"))}
          typedLabel={textParam(query, "nom").slice(0, 80)}
          idempotencyKey={randomUUID()}
        />
        <InfoPageForm {...infoPageForm(one)} idempotencyKey={randomUUID()} />
      </div>
    </>
  );
}
