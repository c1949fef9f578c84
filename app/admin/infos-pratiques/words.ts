import { plural } from "@/lib/domain/day-words";
import { refusalOf } from "../familles/hrefs";
import type { ListedPage } from "@/lib/services/info-pages/manage-pages";

export const pagesAbove = [{ href: "/admin/infos-pratiques", label: "Infos pratiques" }] as const;

/** What was just done on a page, as the address names it. */
export const doneWords: Readonly<Record<string, string>> = {
  "page-ajoutee": "La page est enregistrée. Vous pouvez y ajouter des documents.",
  "document-ajoute": "Le document est ajouté.",
  "document-retire": "Le document est retiré.",
};

/** What was refused of a document, and at which field; null where the address names no refusal. */
export function problemOf(refusal: string): { field: "label" | "file"; message: string } | null {
  // The file is chosen or not; only its name can be badly typed.
  if (refusal === "invalid")
    return { field: "label", message: "Donnez au document un nom de 3 à 80\u00a0caractères." };
  const message = refusalOf(refusal);
  return message === null ? null : { field: "file", message };
}

/** Who reads it, and what it gives. */
export function pageFacts({ setting, documents }: ListedPage): string[] {
  return [
    setting.published ? "Publiée" : "Brouillon",
    plural(documents.length, "document", "documents"),
  ];
}

/** A page as its form starts from it, and in words. */
export function infoPageForm({ id, setting, stamp }: ListedPage) {
  const { title, text, published } = setting;
  return {
    line: { id, shown: stamp },
    initial: { title, text, published: published ? "1" : "" },
    facts: [
      { term: "Titre", detail: title },
      { term: "Texte", detail: text },
      { term: "Publication", detail: published ? "Publiée" : "Brouillon" },
    ],
  };
}
