import type { LineState, ServiceRequestState } from "./service-request";

/** What a line of the journal may keep: plain JSON. */
type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

interface JsonObject {
  readonly [key: string]: Json | undefined;
}

interface WasNow {
  readonly was: Json;
  readonly now: Json;
}

interface Nothing {
  readonly [key: string]: never;
}

/** The lines that were settled, as the journal keeps them. */
export type SettledLines =
  | { readonly lines: readonly string[] }
  | { readonly fields: readonly string[] }
  | { readonly documents: readonly Json[] };

type Answered = {
  readonly state: ServiceRequestState;
  readonly message: string | null;
} & SettledLines;

/** Changed settings: key by key, from what to what. */
export type ChangedSettings = Readonly<Record<string, WasNow | undefined>>;

interface Contact {
  readonly numbers: readonly number[];
  readonly children: Json;
  readonly fields: Readonly<Record<string, WasNow>>;
}

/** Every kind of event, with what it keeps of it. Never a secret. A kind is never taken away. */
interface JournalData {
  "reservations-submitted": {
    readonly numbers: readonly number[];
    readonly additions: number;
    readonly removals: number;
    readonly cents: number;
  };
  "late-change-requested": {
    readonly numbers: readonly number[];
    readonly cells: readonly string[];
    readonly change: string;
    readonly cents: number | null;
  };
  "request-withdrawn": { readonly state: ServiceRequestState } & SettledLines;
  "request-accepted": Answered;
  "request-refused": Answered;
  "authorizations-updated": { readonly numbers: readonly number[]; readonly changes: number };
  "authorizations-confirmed": Nothing;
  "contact-added": Contact;
  "contact-changed": Contact;
  "contact-removed": {
    readonly numbers: readonly number[];
    readonly children: readonly number[];
  };
  "document-issued": JsonObject;
  "quotient-added": WasNow & { readonly priced: number };
  "quotient-corrected": WasNow & { readonly priced: number };
  "quotient-removed": WasNow & { readonly priced: number };
  "category-changed": WasNow & { readonly priced: number };
  "rights-changed": WasNow;
  "supporting-document-added": { readonly type: number; readonly files: number };
  "supporting-document-filed": {
    readonly document: string;
    readonly type: number;
    readonly files: number;
    readonly state: LineState;
  };
  "supporting-document-joined": {
    readonly document: string;
    readonly type: number;
    readonly files: number;
  };
  "supporting-document-reminded": {
    readonly documents: readonly string[];
    readonly guardians: number;
  };
  "supporting-document-read": { readonly file: string };
  "health-read": { readonly children: readonly number[] };
  "family-file-changed": {
    readonly applied: readonly string[];
    readonly waiting: readonly string[];
    readonly takenBack: readonly number[];
  };
  "email-change-asked": Nothing;
  "email-changed": { readonly numbers: readonly number[] };
  "document-type-added": ChangedSettings;
  "document-type-changed": ChangedSettings;
  "diet-added": ChangedSettings;
  "diet-changed": ChangedSettings;
  "authorization-type-added": ChangedSettings;
  "authorization-type-changed": ChangedSettings;
  "family-file-rules-changed": ChangedSettings;
  "settings-order-changed": WasNow;
  "tariff-published": {
    readonly from: string;
    readonly endsId: number | null;
    readonly priced: number;
  };
  "tariff-draft-made": { readonly name: string; readonly modelId: number };
  "tariff-draft-saved": JsonObject;
  "tariff-draft-deleted": JsonObject;
  schoolCalendarImported: { readonly years: readonly Json[] };
  "town-seeded": { readonly seed: number; readonly families: number; readonly requests: number };
  "signed-in": Nothing;
  "activation-link-sent": Nothing;
  "reset-link-sent": Nothing;
  "account-activated": Nothing;
  "password-reset": Nothing;
  "administrator-invited": Nothing;
  "agent-rights-changed": WasNow;
  "agent-sessions-ended": Nothing;
  "password-changed": Nothing;
  "factor-set-up": Nothing;
  "factor-removed": Nothing;
  "factor-reset": Nothing;
  "recovery-codes-renewed": Nothing;
  "recovery-code-used": { readonly left: number };
}

export type JournalKind = keyof JournalData;

/** A line of the journal: what was done (`kind`), to which family and to what. */
export type JournalEvent<K extends JournalKind = JournalKind> = {
  readonly [One in K]: {
    readonly kind: One;
    readonly familyId: number | null;
    /** What it is about, in the portal's own words: "request 1204", "account <id>". */
    readonly subject: string | null;
    readonly data: JournalData[One];
  };
}[K];

/** What is done to one family, or by one of its accounts: its journal shows it to the agents. */
const familySentences = {
  "reservations-submitted": "Réservations envoyées",
  "late-change-requested": "Changement hors délai demandé",
  "request-withdrawn": "Demande retirée par la famille",
  "request-accepted": "Demande acceptée",
  "request-refused": "Demande refusée",
  "authorizations-updated": "Autorisations changées",
  "authorizations-confirmed": "Autorisations relues et confirmées",
  "contact-added": "Contact ajouté",
  "contact-changed": "Contact modifié",
  "contact-removed": "Contact retiré",
  "document-issued": "Document édité",
  "quotient-added": "Nouvelle situation (quotient familial)",
  "quotient-corrected": "Situation corrigée (quotient familial)",
  "quotient-removed": "Situation retirée (quotient familial)",
  "category-changed": "Catégorie de tarif changée",
  "rights-changed": "Droits sur un enfant changés",
  "supporting-document-added": "Justificatif ajouté par le service",
  "supporting-document-filed": "Justificatif déposé",
  "supporting-document-joined": "Justificatif joint à une demande",
  "supporting-document-reminded": "Rappel envoyé\u00a0: un justificatif expire bientôt",
  "supporting-document-read": "Justificatif consulté par le service",
  "family-file-changed": "Dossier modifié par la famille",
  "email-change-asked": "Changement d’adresse électronique demandé",
  "email-changed": "Adresse électronique changée",
  "signed-in": "Connexion",
  "activation-link-sent": "Lien d’activation envoyé",
  "reset-link-sent": "Lien de nouveau mot de passe envoyé",
  "account-activated": "Compte activé",
  "password-reset": "Mot de passe changé",
  "password-changed": "Mot de passe changé",
  "factor-set-up": "Validation en deux étapes mise en place",
  "factor-removed": "Validation en deux étapes arrêtée",
  "recovery-codes-renewed": "Nouveaux codes de secours",
  "recovery-code-used": "Connexion avec un code de secours",
} as const;

/** Who read what is known of a child's health: shown apart, to those who may know. */
const readingSentences = {
  "health-read": "Informations de santé consultées",
} as const;

/** What is done to the town's own lists, tariffs and agents. */
const townSentences = {
  "document-type-added": "Type de justificatif ajouté",
  "document-type-changed": "Type de justificatif modifié",
  "diet-added": "Régime alimentaire ajouté",
  "diet-changed": "Régime alimentaire modifié",
  "authorization-type-added": "Type d’autorisation ajouté",
  "authorization-type-changed": "Type d’autorisation modifié",
  "family-file-rules-changed": "Règles du dossier de famille modifiées",
  "settings-order-changed": "Ordre d’une liste changé",
  "tariff-published": "Tarif publié",
  "tariff-draft-made": "Brouillon de tarif créé",
  "tariff-draft-saved": "Brouillon de tarif enregistré",
  "tariff-draft-deleted": "Brouillon de tarif supprimé",
  schoolCalendarImported: "Calendrier scolaire importé",
  "town-seeded": "Ville de démonstration créée",
  "administrator-invited": "Administrateur invité",
  "agent-rights-changed": "Droits d’un agent modifiés",
  "agent-sessions-ended": "Appareils d’un agent déconnectés",
  "factor-reset": "Validation en deux étapes d’un agent réinitialisée",
} as const;

const sentences: Readonly<Record<JournalKind, string>> = {
  ...familySentences,
  ...readingSentences,
  ...townSentences,
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

function isJournalKind(kind: string): kind is JournalKind {
  return Object.hasOwn(sentences, kind);
}
