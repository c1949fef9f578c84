import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { textParam } from "@/app/params";
import { futureValidityInWords } from "@/components/portal/supporting-documents/words";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { town } from "@/town/town";
import { joinHref, newDocumentHref } from "../hrefs";
import { DocumentForm } from "./document-form";
import { problemOf } from "./problem-param";
import { readChoice, type Choice } from "./read-choice";
import { TypeList } from "./type-list";

type Props = PageProps<"/famille/justificatifs/nouveau">;
type Query = Awaited<Props["searchParams"]>;

const choiceOf = (query: Query) =>
  readChoice(textParam(query, "demande"), textParam(query, "type"));

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = await searchParams;
  const { type } = await choiceOf(query);
  const title = type?.label ?? "Envoyer un document";
  return { title: textParam(query, "erreur") ? `Erreur\u00a0: ${title}` : title };
}

/** First which document, then for whom and its files: two steps that need no JavaScript. */
export default async function NewDocumentPage({ searchParams }: Props) {
  const query = await searchParams;
  const choice = await choiceOf(query);
  const { types, type, requestNumber } = choice;
  const title = type?.label ?? "Envoyer un document";
  return (
    <>
      <Breadcrumb above={[aboveOf(requestNumber)]} here={title} />
      <PageHeading lead={type ? type.explanation : "Quel document voulez-vous envoyer\u00a0?"}>
        {title}
      </PageHeading>
      {type ? (
        <Form choice={choice} type={type} query={query} />
      ) : (
        <TypeList
          types={types}
          hrefOf={({ id }) =>
            requestNumber === null
              ? newDocumentHref(id, null)
              : `${joinHref(requestNumber)}&type=${id}`
          }
        />
      )}
    </>
  );
}

function aboveOf(requestNumber: number | null) {
  return requestNumber === null
    ? { href: "/famille/justificatifs", label: "Mes justificatifs" }
    : { href: `/demandes/${requestNumber}`, label: `Demande n°\u00a0${requestNumber}` };
}

function Form({
  choice,
  type,
  query,
}: {
  choice: Choice;
  type: NonNullable<Choice["type"]>;
  query: Query;
}) {
  const { familyId, requestNumber, persons, today } = choice;
  return (
    <DocumentForm
      // A second document of the same kind begins with an empty form.
      key={`${familyId}-${type.id}-${textParam(query, "pour")}`}
      familyId={familyId}
      typeId={type.id}
      requestNumber={requestNumber}
      persons={persons}
      chosen={textParam(query, "pour")}
      asksDate={type.validity === "untilDate"}
      validity={requestNumber === null ? futureValidityInWords(type) : null}
      date={textParam(query, "date")}
      today={today}
      largestFile={town.supportingDocuments.largestFile}
      problem={problemOf(textParam(query, "erreur"), textParam(query, "fichier"))}
      idempotencyKey={randomUUID()}
    />
  );
}
