import type { DocumentCode } from "@/lib/domain/document-code";

/** The list, which says what was just made. */
export function issuedHref(code: DocumentCode): string {
  return `/documents?document=${code}`;
}

/** The document itself. */
export function pdfHref(code: DocumentCode): string {
  return `/documents/${code}/document.pdf`;
}

/** A page of the list. */
export function pageHref(page: number): string {
  return page > 1 ? `/documents?page=${page}` : "/documents";
}
