/** What a family may do with a child that it shares, by default everything. A court order limits it. */
export interface ChildRights {
  /** Reserve and cancel. */
  readonly mayBook: boolean;
  /** See and change what the child is authorized to, and name persons who may fetch it. */
  readonly mayAuthorize: boolean;
  /** See and change the child's file, health and supporting documents. */
  readonly maySeeFile: boolean;
}

export type ChildRight = keyof ChildRights;

/** In the order in which they are shown. */
export const childRightNames = ["mayBook", "mayAuthorize", "maySeeFile"] as const;

export const childRightLabel: Readonly<Record<ChildRight, string>> = {
  mayBook: "Réserver pour l’enfant",
  mayAuthorize: "Répondre des autorisations de l’enfant",
  maySeeFile: "Voir et changer le dossier de l’enfant",
};

/** What the family sees and does where it has the right. */
const given: Readonly<Record<ChildRight, readonly string[]>> = {
  mayBook: ["réserve et annule de nouveau des jours pour l’enfant, et les paie"],
  mayAuthorize: [
    "voit et change de nouveau les autorisations de l’enfant",
    "nomme de nouveau, pour cet enfant, des personnes qui peuvent venir le chercher\u00a0; celles qu’elle avait nommées retrouvent leurs autorisations",
  ],
  maySeeFile: [
    "voit et change de nouveau le dossier de l’enfant\u00a0: école, régime, santé, assurance",
    "voit et dépose de nouveau ses justificatifs",
  ],
};

/** What it does not see or do any longer, without. */
const taken: Readonly<Record<ChildRight, readonly string[]>> = {
  mayBook: [
    "ne réserve, n’annule et ne demande plus rien pour l’enfant\u00a0: elle peut seulement retirer une demande qui attend",
    "garde les jours qu’elle a réservés jusqu’ici, et les paie\u00a0: le service les annule s’il le faut",
  ],
  mayAuthorize: [
    "ne voit plus les autorisations de l’enfant ni leur historique, et ne les change plus\u00a0: les dernières réponses restent en vigueur",
    "ne nomme plus personne pour venir chercher l’enfant\u00a0; celles qu’elle a nommées disparaissent de la liste du jour",
  ],
  maySeeFile: [
    "ne voit plus et ne change plus le dossier de l’enfant\u00a0: école, régime, santé, assurance",
    "ne voit plus les justificatifs de l’enfant, même ceux qu’elle a déposés, et n’en dépose plus",
    "ne lit plus sa date de naissance dans les documents qu’elle édite",
  ],
};

const nothingLeft =
  "ne voit plus du tout l’enfant\u00a0: ni son calendrier, ni ses jours sur Mon accueil, et n’édite plus de document à son nom. Elle garde ses propres demandes et ce qu’elle doit";

/** Between the rights of before and those of after: what changes, right by right. */
export function changedRights(was: ChildRights, now: ChildRights): ChildRight[] {
  return childRightNames.filter((right) => was[right] !== now[right]);
}

/** Whether a family may still see the child at all: it has one of the rights. */
export function hasSomeRight(rights: ChildRights): boolean {
  return childRightNames.some((right) => rights[right]);
}

export function isLimited(rights: ChildRights): boolean {
  return childRightNames.some((right) => !rights[right]);
}

/** What changes for the family, in sentences that begin with it: "La famille …". */
export function rightsConsequences(was: ChildRights, now: ChildRights): string[] {
  const lines = changedRights(was, now).flatMap((right) => (now[right] ? given : taken)[right]);
  const vanishes = hasSomeRight(was) && !hasSomeRight(now);
  return vanishes ? [...lines, nothingLeft] : lines;
}

const REASON = { least: 10, most: 500 } as const;

/** Whether a reason says enough, and not too much. */
export function isRightsReason(text: string): boolean {
  return text.length >= REASON.least && text.length <= REASON.most;
}
