/**
 * The manual's page of results, line for line: quotient familial 0,17, category Enfant, two dependent
 * children, one part, Tarifs 2024. Amounts and order are the manual's; where it shows a code or an
 * abbreviation (ACC_S_HORS_DELAIS, CL_Allergie), the unit has the words that families read.
 */
export const manualTariffs: readonly (readonly [activity: string, unit: string, euros: string])[] =
  [
    ["Accueil pré/post-scolaire", "Accueil hors délai (soir)", "1,69 €"],
    ["Accueil pré/post-scolaire", "Accueil matin", "0,70 €"],
    ["Accueil pré/post-scolaire", "Accueil soir", "1,41 €"],
    ["Centre de Loisirs Mercredis", "Après-midi", "1,56 €"],
    ["Centre de Loisirs Mercredis", "Formule PAI, journée sans repas", "3,12 €"],
    ["Centre de Loisirs Mercredis", "Formule PAI, matin sans repas", "1,56 €"],
    ["Centre de Loisirs Mercredis", "Journée", "5,13 €"],
    ["Centre de Loisirs Mercredis", "Matin", "3,57 €"],
    ["Centre de Loisirs Vacances", "Formule PAI, journée sans repas", "3,12 €"],
    ["Centre de Loisirs Vacances", "Frais d’inscription", "1,03 €"],
    ["Centre de Loisirs Vacances", "Journée", "5,13 €"],
    ["Études surveillées", "Étude", "1,41 €"],
    ["Restauration scolaire", "Repas", "2,08 €"],
  ];

/** The manual's header line, with the demo town's names. */
export const manualHeader =
  "Service concerné : Service éducation – Date de calcul : Tarifs 2024 – Tarification : Commune – " +
  "Quotient familial : 0,17 – Catégorie de la personne : Enfant – Nombre d’enfants à charge : 2 – " +
  "Nombre de parts : 1";

/** Non-breaking spaces as plain ones, and no line break: to compare what is read. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
