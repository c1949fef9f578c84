import { dayOf, momentOfInstant } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import { anyEventInWords } from "@/lib/domain/journal-words";
import type { TownEvent } from "@/lib/services/journal/read-journal";
import { changesInWords } from "./change-words";
import type { IgnoredParam } from "./filters";

/** What was done, and to what. */
export function eventSentence({ kind, about }: Pick<TownEvent, "kind" | "about">): string {
  const words = anyEventInWords(kind);
  return about === null ? words : `${words}\u00a0: ${about}`;
}

/** Who did it. */
export function actorInWords({ by, hasAccount }: Pick<TownEvent, "by" | "hasAccount">): string {
  return by ?? (hasAccount ? "Un compte qui n’existe plus" : "Le portail");
}

export const ignoredSentence: Readonly<Record<IgnoredParam, string>> = {
  quoi: "Ce que vous cherchez n’est pas dans la liste\u00a0: tout est montré.",
  du: "La première date n’existe pas\u00a0: elle ne compte pas.",
  au: "La dernière date n’existe pas\u00a0: elle ne compte pas.",
  avant: "La page demandée n’existe pas\u00a0: voici les dernières lignes.",
};

export const tooManySentence = {
  who: "Plus de 100 personnes s’appellent ainsi\u00a0: écrivez aussi leur prénom, ou l’adresse électronique.",
  family: "Plus de 100 familles s’appellent ainsi\u00a0: écrivez aussi un prénom.",
} as const;

/** The first line of the file. */
export const journalHeaders = [
  "Numéro",
  "Date",
  "Heure",
  "Qui",
  "Adresse électronique",
  "Quoi",
  "Au sujet de",
  "Famille",
  "Numéro de famille",
  "Changements",
];

/** An event as a line of the file. */
export function journalRow(event: TownEvent): string[] {
  const { id, at, kind, about, byEmail, familyId, familyName, data } = event;
  const moment = momentOfInstant(at);
  return [
    id,
    formatDay(dayOf(moment), "numeric"),
    moment.slice(11),
    actorInWords(event),
    byEmail ?? "",
    anyEventInWords(kind),
    about ?? "",
    familyName ?? "",
    familyId === null ? "" : String(familyId),
    changesInWords(kind, data).join(" | "),
  ];
}
