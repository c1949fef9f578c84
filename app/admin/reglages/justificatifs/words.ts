import { plural } from "@/lib/domain/day-words";
import type { DocumentTypeSetting } from "@/lib/domain/document-type-setting";
import {
  documentSubjectLabel,
  documentValidityLabel,
  type SupportingDocumentType,
} from "@/lib/domain/supporting-document";

export const processingLabel = {
  examined: "Un agent l’examine",
  automatic: "Accepté aussitôt",
} as const satisfies Readonly<Record<SupportingDocumentType["processing"], string>>;

/** "Valable 12 mois", "Jusqu’à une date que la famille donne". */
export function validityRuleInWords({
  validity,
  validityMonths,
}: Pick<DocumentTypeSetting, "validity" | "validityMonths">): string {
  if (validity !== "months") return documentValidityLabel[validity];
  return `Valable ${plural(validityMonths ?? 0, "mois", "mois")}`;
}

/** A setting, field by field. */
export function documentTypeFacts(setting: DocumentTypeSetting) {
  return [
    { term: "Nom", detail: setting.label },
    { term: "Explication", detail: setting.explanation ?? "Aucune" },
    { term: "Pour qui", detail: documentSubjectLabel[setting.subject] },
    { term: "Validité", detail: validityRuleInWords(setting) },
    { term: "Examen", detail: processingLabel[setting.processing] },
    { term: "Demandé", detail: setting.required ? "À tous" : "Facultatif" },
    { term: "État", detail: setting.active ? "Demandé aux familles" : "Désactivé" },
  ];
}
