import { dateInWords } from "@/components/portal/requests/words";
import { DocumentStatusBadge } from "@/components/portal/supporting-documents/document-status";
import { FileLinks } from "@/components/portal/supporting-documents/file-links";
import { validityInWords } from "@/components/portal/supporting-documents/words";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { InnerLink } from "@/components/ui/inner-link";
import type { Day, Instant } from "@/lib/domain/day";
import type { DocumentStatus } from "@/lib/domain/supporting-document";

interface FamilyDocument {
  readonly id: string;
  readonly label: string;
  readonly aboutName: string | null;
  readonly status: DocumentStatus;
  readonly validUntil: Day | null;
  readonly filedAt: Instant;
  readonly number: number | null;
  readonly files: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
}

/** What the family gave as a proof; opening a file stands in the journal. */
export function FamilyDocumentsCard({
  documents,
  addHref,
  opensFiles,
}: {
  documents: readonly FamilyDocument[];
  /** Null for who may not add one. */
  addHref: string | null;
  opensFiles: boolean;
}) {
  return (
    <Card title="Justificatifs" titleId="justificatifs">
      {documents.length === 0 && <p>Aucun justificatif.</p>}
      <ul className="divide-line divide-y">
        {documents.map((document) => (
          <li key={document.id} className="py-3">
            <Document document={opensFiles ? document : { ...document, files: [] }} />
          </li>
        ))}
      </ul>
      {documents.length > 0 && opensFiles && (
        <p className="text-muted text-sm">L’ouverture d’un fichier figure au journal.</p>
      )}
      {addHref !== null && (
        <div className="mt-4">
          <ButtonLink href={addHref} variant="secondary" icon="plus" wide>
            Ajouter un justificatif
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}

function Document({ document }: { document: FamilyDocument }) {
  const { label, aboutName, status, validUntil, filedAt, number, files } = document;
  const validity = validityInWords(status, validUntil);
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{label}</span>
        <DocumentStatusBadge status={status} />
      </p>
      <p>{aboutName ?? "Toute la famille"}</p>
      {validity && <p>{validity}</p>}
      <p className="text-muted text-sm">
        {`Reçu le ${dateInWords(filedAt)}`}
        {number === null ? (
          ", ajouté par le service"
        ) : (
          <>
            {", "}
            <InnerLink href={`/admin/demandes/${number}`} className="text-link">
              {`demande n°\u00a0${number}`}
            </InnerLink>
          </>
        )}
      </p>
      {files.length > 0 && <FileLinks files={files} folder="/admin/justificatifs/fichiers" />}
    </>
  );
}
