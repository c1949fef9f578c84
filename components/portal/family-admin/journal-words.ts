/** What the journal's events are, for those who read a family's file. */
const sentences: Readonly<Record<string, string>> = {
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
  "family-file-changed": "Dossier modifié par la famille",
  "email-change-asked": "Changement d’adresse électronique demandé",
  "email-changed": "Adresse électronique changée",
  "supporting-document-read": "Justificatif consulté par le service",
};

/** In words; an event that has none yet is a change of the file. */
export function eventInWords(kind: string): string {
  return sentences[kind] ?? "Dossier modifié";
}
