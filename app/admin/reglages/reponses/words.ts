import { answeredKinds, type AnsweredKind } from "@/lib/domain/answer-template";
import { requestKindWords } from "@/lib/domain/request-kind";
import type { ListedTemplate } from "@/lib/services/settings/answer-templates";

export const templatesAbove = [
  { href: "/admin/reglages", label: "Réglages" },
  { href: "/admin/reglages/reponses", label: "Modèles de réponse" },
] as const;

/** The kinds of request that a template may serve, as boxes. */
export const kindOptions = answeredKinds.map((kind) => ({
  value: kind,
  label: requestKindWords[kind].label,
}));

/** "Réservations, dossier". */
export function kindsInWords(kinds: readonly AnsweredKind[]): string {
  if (kinds.length === answeredKinds.length) return "Toutes les demandes";
  return kinds
    .map((kind) => requestKindWords[kind].label)
    .map((label, i) => (i === 0 ? label : label.toLowerCase()))
    .join(", ");
}

/** What the form of a new template starts from. */
export const newTemplate = { kinds: answeredKinds, active: "1" } as const;

/** A template as its form starts from it, and in words. */
export function templateForm({ id, setting, stamp }: ListedTemplate) {
  const { name, text, kinds, active } = setting;
  return {
    line: { id, shown: stamp },
    initial: { name, text, kinds, active: active ? "1" : "" },
    facts: [
      { term: "Nom", detail: name },
      { term: "Texte", detail: text },
      { term: "Demandes", detail: kindsInWords(kinds) },
      { term: "État", detail: active ? "Proposé aux agents" : "Archivé" },
    ],
  };
}
