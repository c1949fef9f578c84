import type { JournalKind } from "@/lib/domain/journal-event";
import { settingSentences } from "@/lib/domain/journal-setting-event";

/** What families ask for, and what is answered. */
const requestSentences = {
  "reservations-submitted": "Réservations envoyées",
  "changed-by-service": "Réservations changées par le service",
  "late-change-requested": "Changement hors délai demandé",
  "request-withdrawn": "Demande retirée par la famille",
  "request-accepted": "Demande acceptée",
  "request-refused": "Demande refusée",
  "request-noted": "Note interne ajoutée à une demande",
  "message-written": "Message écrit sur une demande",
  "messages-settled": "Message d’une demande classé sans réponse",
} as const;

/** What is written in a family's file. */
const fileSentences = {
  "authorizations-updated": "Autorisations changées",
  "authorizations-confirmed": "Autorisations relues et confirmées",
  "contact-added": "Contact ajouté",
  "contact-changed": "Contact modifié",
  "contact-removed": "Contact retiré",
  "quotient-added": "Nouvelle situation (quotient familial)",
  "quotient-corrected": "Situation corrigée (quotient familial)",
  "quotient-removed": "Situation retirée (quotient familial)",
  "category-changed": "Catégorie de tarif changée",
  "rights-changed": "Droits sur un enfant changés",
  "family-created": "Dossier ouvert par le service",
  "family-imported": "Dossier repris ou complété par un import",
  "guardian-added": "Responsable ajouté par le service",
  "guardian-changed": "Coordonnées changées par le service",
  "guardian-invited": "Lien d’activation envoyé par le service",
  "guardian-joined": "Compte existant rattaché à ce foyer",
  "child-added": "Enfant ajouté par le service",
  "child-joined": "Enfant rattaché à ce foyer",
  "child-changed": "Fiche d’un enfant changée par le service",
  "inscription-added": "Enfant inscrit par le service",
  "inscription-changed": "Dates d’une inscription changées par le service",
  "family-file-changed": "Dossier modifié par la famille",
  "email-change-asked": "Changement d’adresse électronique demandé",
  "email-changed": "Adresse électronique changée",
} as const;

/** Files that a family gave, and documents that it was given. */
const documentSentences = {
  "document-issued": "Document édité",
  "supporting-document-added": "Justificatif ajouté par le service",
  "supporting-document-filed": "Justificatif déposé",
  "supporting-document-joined": "Justificatif joint à une demande",
  "supporting-document-reminded": "Rappel envoyé\u00a0: un justificatif expire bientôt",
  "supporting-document-read": "Justificatif consulté par le service",
} as const;

/** How anyone signs in. */
const accountSentences = {
  "signed-in": "Connexion",
  "activation-link-sent": "Lien d’activation envoyé",
  "reset-link-sent": "Lien de nouveau mot de passe envoyé",
  "sign-in-link-sent": "Lien de connexion envoyé",
  "sign-in-link-used": "Lien de connexion ouvert",
  "account-activated": "Compte activé",
  "password-reset": "Mot de passe changé par un lien",
  "password-changed": "Mot de passe changé",
  "factor-set-up": "Validation en deux étapes mise en place",
  "factor-removed": "Validation en deux étapes arrêtée",
  "recovery-codes-renewed": "Nouveaux codes de secours",
  "passkey-added": "Clé d’accès ajoutée",
  "passkey-removed": "Clé d’accès retirée",
  "recovery-code-used": "Connexion avec un code de secours",
} as const;

/** Who read what is known of a child's health: shown apart, to those who may know. */
const readingSentences = {
  "health-read": "Informations de santé consultées",
} as const;

/** What is done to the town's own lists. */
const listSentences = {
  ...settingSentences,
  "settings-order-changed": "Ordre d’une liste changé",
} as const;

/** What is done to prices. */
const tariffSentences = {
  "price-setting-changed": "Règle des prix modifiée",
  "tariff-published": "Tarif publié",
  "tariff-draft-made": "Brouillon de tarif créé",
  "tariff-draft-saved": "Brouillon de tarif enregistré",
  "tariff-draft-deleted": "Brouillon de tarif supprimé",
} as const;

/** What is done to the town's days. */
const calendarSentences = {
  schoolCalendarImported: "Calendrier scolaire importé",
  "school-year-added": "Année scolaire ajoutée",
  "school-year-changed": "Année scolaire modifiée",
  "town-day-added": "Jour de fermeture ou de classe ajouté pour la ville",
  "town-day-removed": "Jour de fermeture ou de classe retiré pour la ville",
  "closure-declared": "Fermeture déclarée\u00a0: réservations annulées, familles prévenues",
  "closure-reopened": "Fermeture annulée\u00a0: réservations rétablies, familles prévenues",
} as const;

/** What comes in or goes out as a whole file. */
const fileOfTownSentences = {
  "import-prepared": "Fichier de familles envoyé et comparé",
  "import-columns-said": "Colonnes d’un fichier de familles reconnues",
  "import-line-decided": "Doute sur un enfant d’un fichier levé",
  "import-compared": "Fichier de familles comparé à nouveau",
  "town-imported": "Fichier de familles importé",
  "town-seeded": "Ville de démonstration créée",
  "journal-exported": "Journal téléchargé",
} as const;

/** What is done to agents. */
const agentSentences = {
  "administrator-invited": "Administrateur invité",
  "agent-rights-changed": "Droits d’un agent modifiés",
  "agent-invited": "Agent invité",
  "agent-closed": "Compte d’un agent fermé",
  "agent-reopened": "Compte d’un agent rouvert",
  "agent-sessions-ended": "Appareils d’un agent déconnectés",
  "factor-reset": "Validation en deux étapes d’un agent réinitialisée",
} as const;

/** What is done to one family, or by one of its accounts: its journal shows it to the agents. */
const familySentences = {
  ...requestSentences,
  ...fileSentences,
  ...documentSentences,
  ...accountSentences,
} as const;

const sentences: Readonly<Record<JournalKind, string>> = {
  ...familySentences,
  ...readingSentences,
  ...listSentences,
  ...tariffSentences,
  ...calendarSentences,
  ...fileOfTownSentences,
  ...agentSentences,
};

/** The kinds that a family's journal shows. */
export const familyJournalKinds = Object.keys(familySentences) as readonly JournalKind[];

/** The kinds that say who read of a child's health. */
export const healthReadingKinds = Object.keys(readingSentences) as readonly JournalKind[];

/**
 * What an event says, in French. `kind` is what the journal keeps of it, whoever wrote it: throws at one
 * that is unknown, rather than call it something else.
 */
export function eventInWords(kind: string): string {
  if (!isJournalKind(kind)) throw new Error(`The journal has an event of an unknown kind: ${kind}`);
  return sentences[kind];
}

/** The same for who reads the whole journal, where one event must not hide the others. */
export function anyEventInWords(kind: string): string {
  return isJournalKind(kind) ? sentences[kind] : `Autre événement (${kind})`;
}

/** Kinds that are looked for together, with the name of the group on screen and in an address. */
export interface JournalGroup {
  readonly param: string;
  readonly label: string;
  readonly kinds: readonly JournalKind[];
}

const group = (param: string, label: string, its: Partial<Record<JournalKind, string>>) => ({
  param,
  label,
  kinds: Object.keys(its) as readonly JournalKind[],
});

/** Every kind is in one of them. */
export const journalGroups: readonly JournalGroup[] = [
  group("demandes", "Réservations et demandes", requestSentences),
  group("dossier", "Dossier de la famille", fileSentences),
  group("documents", "Documents et justificatifs", documentSentences),
  group("connexions", "Connexions et mots de passe", accountSentences),
  group("sante", "Lectures des informations de santé", readingSentences),
  group("reglages", "Réglages de la commune", listSentences),
  group("tarifs", "Tarifs", tariffSentences),
  group("calendrier", "Calendrier et fermetures", calendarSentences),
  group("fichiers", "Imports et téléchargements", fileOfTownSentences),
  group("agents", "Agents et leurs droits", agentSentences),
];

/** Whether the journal has events of this kind. */
export function isJournalKind(kind: string): kind is JournalKind {
  return Object.hasOwn(sentences, kind);
}
