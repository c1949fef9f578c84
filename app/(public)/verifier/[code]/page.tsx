import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { DocumentView } from "@/components/portal/documents/document-view";
import { instantInWords } from "@/components/portal/requests/words";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageHeading } from "@/components/ui/page-heading";
import { networkAddress } from "@/lib/auth/network-address";
import { refusalSentence } from "@/lib/sentences";
import { verifyDocument } from "@/lib/services/documents/verify";

type Props = PageProps<"/verifier/[code]">;

// The title and the page try it once.
const verify = cache(async (code: string) =>
  verifyDocument(code, networkAddress((await headers()).get("x-forwarded-for"))),
);

// Whoever holds the number may read; no search engine does.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await verify((await params).code);
  const title =
    found.ok && found.value ? `Document n°\u00a0${found.value.code}` : notHere(found.ok);
  return { title, robots: { index: false } };
}

const notHere = (tried: boolean) => (tried ? "Document introuvable" : "Trop de tentatives");

export default async function VerifiedDocumentPage({ params }: Props) {
  const found = await verify((await params).code);
  if (!found.ok) return <TooMany />;
  if (!found.value) notFound();
  const { code, issuedAt, content } = found.value;
  return (
    <>
      <Breadcrumb
        above={[{ href: "/verifier", label: "Vérifier un document" }]}
        here={`Document n°\u00a0${code}`}
      />
      <PageHeading>{`Document n°\u00a0${code}`}</PageHeading>
      <div className="grid gap-6">
        <Callout tone="success" title={`Délivré le ${instantInWords(issuedAt)}`}>
          Ce document existe. Comparez ce que vous avez en main avec ce qui suit&nbsp;: si le papier
          dit autre chose, il a été modifié.
        </Callout>
        <DocumentView content={content} />
        <p>
          <ButtonLink href="/verifier" variant="secondary" icon="search" wide>
            Vérifier un autre document
          </ButtonLink>
        </p>
      </div>
    </>
  );
}

function TooMany() {
  return (
    <>
      <PageHeading>Trop de tentatives</PageHeading>
      <Callout tone="warning">{refusalSentence["too-many-attempts"]}</Callout>
    </>
  );
}
