import { dateInWords } from "@/components/portal/requests/words";
import { DocumentStatusBadge } from "@/components/portal/supporting-documents/document-status";
import { FileLinks } from "@/components/portal/supporting-documents/file-links";
import { validityInWords } from "@/components/portal/supporting-documents/words";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { InnerLink } from "@/components/ui/inner-link";
import type { MissingDocument, SupportingDocumentType } from "@/lib/domain/supporting-document";
import type { ListedDocument } from "@/lib/services/supporting-documents/list-documents";
import { aboutParam } from "./about-param";
import { newDocumentHref } from "./hrefs";

interface Props {
  /** A child's first name, "Toute la famille"… */
  readonly title: string;
  readonly documents: readonly ListedDocument[];
  readonly missing: readonly MissingDocument<SupportingDocumentType>[];
}

/** What is asked of somebody, then what was given. */
export function PersonDocuments({ title, documents, missing }: Props) {
  const [about] = [...missing, ...documents];
  return (
    <Card title={title} titleId={about ? `pour-${aboutParam(about)}` : `pour-${title}`}>
      {missing.length + documents.length === 0 && (
        <p className="text-muted">Aucun document pour le moment.</p>
      )}
      <ul className="divide-line divide-y">
        {missing.map((one) => (
          <li key={`type-${one.type.id}`} className="grid gap-2 py-3 first:pt-0 last:pb-0">
            <Missing {...one} who={title} />
          </li>
        ))}
        {documents.map((document) => (
          <li key={document.id} className="py-3 first:pt-0 last:pb-0">
            <Given document={document} isRenewable={mayRenew(document, documents, missing)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Missing({
  type,
  who,
  ...about
}: MissingDocument<SupportingDocumentType> & { who: string }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{type.label}</span>
        <Badge tone="warning">À fournir</Badge>
      </p>
      {type.explanation && <p className="text-muted text-sm">{type.explanation}</p>}
      <ButtonLink href={newDocumentHref(type.id, about)} variant="secondary" icon="camera" wide>
        Envoyer ce document <span className="sr-only">{`\u00a0: ${type.label}, ${who}`}</span>
      </ButtonLink>
    </>
  );
}

/** Nothing newer of the kind waits or holds, and it is not asked for above. */
function mayRenew(
  { typeId, status, filedAt }: ListedDocument,
  documents: readonly ListedDocument[],
  missing: Props["missing"],
): boolean {
  if (status !== "expiring" && status !== "expired" && status !== "refused") return false;
  if (missing.some(({ type }) => type.id === typeId)) return false;
  return !documents.some((other) => other.typeId === typeId && other.filedAt > filedAt);
}

function Given({ document, isRenewable }: { document: ListedDocument; isRenewable: boolean }) {
  const { label, status, validUntil, filedAt, number, files } = document;
  const validity = validityInWords(status, validUntil);
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{label}</span>
        <DocumentStatusBadge status={status} />
      </p>
      {validity && <p>{validity}</p>}
      <p className="text-muted text-sm">
        {`Reçu le ${dateInWords(filedAt)}`}
        {number === null ? (
          " par la mairie"
        ) : (
          <>
            {", "}
            <InnerLink href={`/demandes/${number}`} className="text-link">
              {`demande n°\u00a0${number}`}
            </InnerLink>
          </>
        )}
      </p>
      {files.length > 0 && <FileLinks files={files} folder="/famille/justificatifs/fichiers" />}
      {isRenewable && (
        <ButtonLink
          href={newDocumentHref(document.typeId, document)}
          variant="secondary"
          icon="camera"
          wide
          className="mt-2"
        >
          Envoyer un nouveau document <span className="sr-only">{`\u00a0: ${label}`}</span>
        </ButtonLink>
      )}
    </>
  );
}
