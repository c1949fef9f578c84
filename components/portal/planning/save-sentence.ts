import { dayOf } from "@/lib/domain/day";
import { formatDay, formatTime } from "@/lib/domain/day-words";
import type { Moment } from "@/lib/domain/day";
import type { SaveStatus } from "./draft-saver";

/** "Enregistré à 10 h 09", "Pas de connexion…": how the draft stands, in one line. */
export function saveSentence(status: SaveStatus, now: Moment): string {
  switch (status.kind) {
    case "saved":
      return status.at === null ? "" : `Enregistré ${whenWords(status.at, now)}`;
    case "waiting":
    case "saving":
      return "Enregistrement…";
    case "retrying":
      return "Pas encore enregistré\u00a0: nous réessayons. Gardez cette page ouverte.";
    case "signedOut":
      return "Pas encore enregistré\u00a0: votre session a expiré.";
    case "otherDevice":
      return "Pas encore enregistré\u00a0: un autre appareil a changé ce brouillon. «\u00a0Aller à l’étape 3\u00a0» vous demandera laquelle des deux versions garder.";
    case "tooLarge":
      return "Trop de modifications à la fois\u00a0: envoyez-en une partie d’abord, par exemple un enfant à la fois.";
    case "refused":
      return status.message;
  }
}

function whenWords(at: Moment, now: Moment): string {
  const time = `à ${formatTime(at.slice(11))}`;
  return dayOf(at) === dayOf(now) ? time : `le ${formatDay(dayOf(at), "short")} ${time}`;
}
