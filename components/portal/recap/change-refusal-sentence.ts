import type { ChangeRefusal } from "@/lib/domain/booking/plan";

/** Why a choice is not sent, and what one can do about it. */
export const changeRefusalSentence: Readonly<Record<ChangeRefusal, string>> = {
  unknownInscription: "cette inscription n’existe pas ou n’est pas celle d’un de vos enfants.",
  unknownUnit: "cette réservation n’est pas proposée aux familles.",
  outsideInscription: "ce jour est en dehors des dates de l’inscription.",
  notOpened: "l’activité n’ouvre jamais ce jour-là.",
  closed: "l’activité est fermée ce jour-là.",
  past: "ce jour est passé, il ne peut plus changer.",
  cutOffPassed: "le délai est dépassé. Écrivez au service pour une situation exceptionnelle.",
  overlap: "une autre réservation de cette activité couvre déjà une partie de ce jour.",
  heldElsewhere: "l’autre foyer de l’enfant a réservé ce jour.",
  readOnly: "votre foyer peut consulter ce calendrier, pas le modifier.",
  full: "complet, il n’y a plus de place ce jour.",
  changedSince:
    "cette réservation a changé depuis votre choix. Retournez au calendrier pour décider.",
};
