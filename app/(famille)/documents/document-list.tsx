import { dateInWords } from "@/components/portal/requests/words";
import { buttonClass, type ButtonVariant } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import type { DocumentCode } from "@/lib/domain/document-code";
import type { DocumentEntry } from "@/lib/services/documents/list";
import { pdfHref } from "./hrefs";

/** What the family was given, each to download again. */
export function DocumentList({ documents }: { documents: readonly DocumentEntry[] }) {
  return (
    <ul className="divide-line divide-y">
      {documents.map(({ code, title, about, issuedAt }) => (
        <li
          key={code}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
        >
          <div className="min-w-0">
            <p className="font-semibold">
              {about === null || title.includes(about) ? title : `${title} – ${about}`}
            </p>
            <p className="text-muted text-sm">
              {`Édité le ${dateInWords(issuedAt)}, n°\u00a0`}
              <span className="tabular-nums">{code}</span>
            </p>
          </div>
          <Download code={code} about={`${title}, ${code}`} variant="secondary" />
        </li>
      ))}
    </ul>
  );
}

/** « Télécharger », said of which document to who does not see it. */
export function Download({
  code,
  about,
  variant,
}: {
  code: DocumentCode;
  about: string;
  variant: ButtonVariant;
}) {
  return (
    <a href={pdfHref(code)} download className={buttonClass({ variant, wide: true })}>
      <Icon name="download" />
      Télécharger <span className="sr-only">{about}</span>
    </a>
  );
}
