import type { Metadata } from "next";
import { idParam, textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageHeading } from "@/components/ui/page-heading";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import {
  readFamilyDocuments,
  type FamilyDocuments,
  type ListedDocument,
} from "@/lib/services/supporting-documents/list-documents";
import { PersonDocuments } from "./person-card";

export const metadata: Metadata = { title: "Mes justificatifs" };

/** What the family has given as a proof, person by person, and what is still asked of it. */
export default async function DocumentsPage({ searchParams }: PageProps<"/famille/justificatifs">) {
  const { family } = await requireGuardian();
  const its = await readFamilyDocuments(family, dayOf(nowMoment()));
  const filed = justFiled(its.documents, textParam(await searchParams, "depot"));
  return (
    <>
      <PageHeading
        lead="Attestations, avis d’imposition, décisions… Vous les envoyez en photo ou en PDF."
        actions={
          its.types.length > 0 && (
            <ButtonLink href="/famille/justificatifs/nouveau" icon="plus">
              Envoyer un document
            </ButtonLink>
          )
        }
      >
        Mes justificatifs
      </PageHeading>
      <div className="grid gap-6">
        {filed && <Received document={filed} />}
        {its.types.length === 0 && (
          <Callout>La mairie ne demande aucun document pour le moment.</Callout>
        )}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          {personsOf(its).map(({ key, ...person }) => (
            <PersonDocuments key={key} {...person} />
          ))}
        </div>
      </div>
    </>
  );
}

function justFiled(documents: readonly ListedDocument[], text: string): ListedDocument | undefined {
  const number = idParam(text);
  return number === null ? undefined : documents.find((one) => one.number === number);
}

function Received({ document }: { document: ListedDocument }) {
  const { number, label, state } = document;
  return (
    <Outcome
      key={number}
      actions={
        <ButtonLink href={`/demandes/${number}`} variant="secondary" icon="document">
          Voir ma demande
        </ButtonLink>
      }
    >
      {`Votre document est bien reçu\u00a0: ${label}, demande n°\u00a0${number}. `}
      {state === "pending"
        ? "Un agent va le vérifier, et vous recevrez sa réponse par courriel."
        : "Il est enregistré dans votre dossier."}
    </Outcome>
  );
}

/** The children, the whole family, then the guardians of whom there is something to say. */
function personsOf({ children, guardians, documents, missing, types }: FamilyDocuments) {
  const of = (childId: number | null, guardianId: number | null) => {
    const isIts = (one: { childId: number | null; guardianId: number | null }) =>
      one.childId === childId && one.guardianId === guardianId;
    return { documents: documents.filter(isIts), missing: missing.filter(isIts) };
  };
  const isAsked = (subject: "family" | "guardian") =>
    types.some((type) => type.subject === subject);
  return [
    ...children.map(({ id, firstName }) => ({
      key: `enfant-${id}`,
      title: firstName,
      ...of(id, null),
    })),
    { key: "famille", title: "Toute la famille", ...of(null, null), hidden: !isAsked("family") },
    ...guardians.map(({ id, firstName, lastName }) => ({
      key: `responsable-${id}`,
      title: `${firstName} ${lastName}`,
      ...of(null, id),
      hidden: !isAsked("guardian"),
    })),
  ].filter((person) => !("hidden" in person && person.hidden) || person.documents.length > 0);
}
