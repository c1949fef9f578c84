/** What is done to a line of the town's own lists; each keeps what changed, from what to what. */
export const settingSentences = {
  "department-added": "Service municipal ajouté",
  "department-changed": "Service municipal modifié",
  "establishment-added": "Établissement ajouté",
  "establishment-changed": "Établissement modifié",
  "activity-added": "Activité ajoutée",
  "activity-changed": "Activité modifiée",
  "unit-added": "Unité ajoutée",
  "unit-changed": "Unité modifiée",
  "group-added": "Groupe ajouté",
  "group-changed": "Groupe modifié",
  "opening-added": "Ouverture ajoutée",
  "opening-changed": "Ouverture modifiée",
  "opening-removed": "Ouverture retirée",
  "exception-added": "Fermeture ou ouverture exceptionnelle ajoutée",
  "groups-copied": "Groupes copiés vers l’année suivante",
  "exception-removed": "Fermeture ou ouverture exceptionnelle retirée",
  "document-type-added": "Type de justificatif ajouté",
  "document-type-changed": "Type de justificatif modifié",
  "diet-added": "Régime alimentaire ajouté",
  "diet-changed": "Régime alimentaire modifié",
  "authorization-type-added": "Type d’autorisation ajouté",
  "authorization-type-changed": "Type d’autorisation modifié",
  "family-file-rules-changed": "Règles du dossier de famille modifiées",
} as const;

export type SettingEventKind = keyof typeof settingSentences;
