import { plural } from "@/lib/domain/day-words";
import type { DocumentSubject, SupportingDocumentType } from "@/lib/domain/supporting-document";

/** What the town says of a kind of supporting document. */
export type DocumentTypeSetting = Omit<SupportingDocumentType, "id"> & { readonly active: boolean };

const who: Readonly<Record<DocumentSubject, string>> = {
  family: "par famille",
  guardian: "pour chaque responsable",
  child: "pour chaque enfant",
};

/**
 * What families will see of a change, said before it is saved: `before` is null for a new kind;
 * `documents`: how many of it were filed.
 */
export function documentTypeEffects(
  before: DocumentTypeSetting | null,
  after: DocumentTypeSetting,
  documents: number,
): string[] {
  const isOffered = before?.active ?? false;
  if (!before || !isOffered) return after.active ? [offered(after)] : [];
  if (!after.active) return [gone(documents)];
  return [
    ...(before.required !== after.required ? [required(after)] : []),
    ...(before.subject !== after.subject ? [`Le document se donne ${who[after.subject]}.`] : []),
    ...(lastsAs(before) === lastsAs(after) ? [] : [newValidity(documents)]),
    ...(before.processing === after.processing ? [] : [processing(after)]),
  ];
}

function offered(setting: DocumentTypeSetting): string {
  if (setting.forLate) return "Les familles pourront le joindre à une demande hors délai.";
  return setting.required
    ? `Les familles le verront «\u00a0à fournir\u00a0» ${who[setting.subject]}, tant qu’elles ne l’ont pas donné.`
    : `Les familles pourront le donner ${who[setting.subject]}.`;
}

function gone(documents: number): string {
  const kept =
    documents === 0
      ? "Personne ne l’a donné."
      : `${plural(documents, "document déjà donné reste", "documents déjà donnés restent")} au dossier.`;
  return `Les familles ne pourront plus le donner. ${kept}`;
}

function required({ required: isAsked, subject }: DocumentTypeSetting): string {
  return isAsked
    ? `Les familles le verront «\u00a0à fournir\u00a0» ${who[subject]}, tant qu’elles ne l’ont pas donné.`
    : "Il n’est plus demandé\u00a0: les familles pourront encore le donner.";
}

const lastsAs = ({ validity, validityMonths }: DocumentTypeSetting) =>
  `${validity} ${validityMonths ?? ""}`;

function newValidity(documents: number): string {
  const kept =
    documents === 0
      ? ""
      : ` ${plural(documents, "document déjà donné garde sa date", "documents déjà donnés gardent leur date")}.`;
  return `La nouvelle validité vaut pour les prochains dépôts.${kept}`;
}

function processing({ processing: way }: DocumentTypeSetting): string {
  return way === "automatic"
    ? "Les prochains dépôts seront acceptés aussitôt. Ceux qui attendent restent à examiner."
    : "Un agent examinera les prochains dépôts.";
}
