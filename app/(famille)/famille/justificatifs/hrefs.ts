import type { DocumentAbout } from "@/lib/domain/supporting-document";
import { aboutParam } from "./about-param";

/** The form of a kind of document, for somebody where that is known. */
export function newDocumentHref(typeId: number, about: DocumentAbout | null): string {
  const query = new URLSearchParams({ type: String(typeId) });
  if (about) query.set("pour", aboutParam(about));
  return `/famille/justificatifs/nouveau?${query.toString()}`;
}

/** The form of what is joined to a request past its cut-off. */
export function joinHref(number: number): string {
  return `/famille/justificatifs/nouveau?demande=${number}`;
}

/** The request, which says what was just joined. */
export function joinedHref(number: number): string {
  return `/demandes/${number}?joint=1`;
}

/** The list, which says what was just received. */
export function filedHref(number: number): string {
  return `/famille/justificatifs?depot=${number}`;
}
