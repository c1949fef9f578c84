import { FileLinks } from "@/components/portal/supporting-documents/file-links";
import { validityInWords } from "@/components/portal/supporting-documents/words";
import type { Day } from "@/lib/domain/day";
import type { LineState } from "@/lib/domain/service-request";
import { LineStatus } from "./request-status";

export interface DocumentFacts {
  readonly id: string;
  readonly label: string;
  readonly state: LineState;
  readonly validUntil: Day | null;
  /** Empty where the reader may not open them, or once it was withdrawn. */
  readonly files: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
}

/** The documents of a request: what they are, the answer, until when they hold, their files. */
export function DocumentList({
  documents,
  folder,
}: {
  documents: readonly DocumentFacts[];
  /** The address under which this reader finds the files. */
  folder: string;
}) {
  return (
    <ul className="divide-line grid divide-y">
      {documents.map((document) => (
        <li key={document.id} className="grid gap-1 py-3 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <strong className="min-w-0">{document.label}</strong>
            <LineStatus state={document.state} />
          </div>
          <DocumentBody document={document} folder={folder} />
        </li>
      ))}
    </ul>
  );
}

/** Until when a document holds, and its files. */
export function DocumentBody({ document, folder }: { document: DocumentFacts; folder: string }) {
  const { state, validUntil, files } = document;
  const validity = validityInWords(state, validUntil);
  return (
    <>
      {validity && <p>{validity}</p>}
      {files.length > 0 ? (
        <FileLinks files={files} folder={folder} />
      ) : (
        <p className="text-muted">
          {state === "withdrawn"
            ? "Les fichiers sont supprimés."
            : "Ces fichiers ne vous sont pas accessibles."}
        </p>
      )}
    </>
  );
}
