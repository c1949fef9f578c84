import { roleLabel } from "@/app/admin/agents/words";

/** How a field of an event is said. A field that is not here is never shown. */
export interface FieldWords {
  readonly label: string;
  /** Its codes, in words. */
  readonly values?: Readonly<Record<string, string>>;
  /** Whole hundredths: amounts, parts, quotients. */
  readonly hundredths?: true;
  /** That it changed is said, not what it is: what one would not read, or need not. */
  readonly unsaid?: true;
}

const residence = { inTown: "dans la commune", outOfTown: "hors de la commune" };

const ofPersons: Readonly<Record<string, FieldWords>> = {
  civility: { label: "Civilité", values: { madame: "Madame", monsieur: "Monsieur" } },
  firstName: { label: "Prénom" },
  lastName: { label: "Nom" },
  birthDate: { label: "Date de naissance" },
  email: { label: "Adresse électronique" },
  phone: { label: "Téléphone" },
  otherPhone: { label: "Autre téléphone" },
  address: { label: "Adresse" },
  relationship: { label: "Lien avec l’enfant" },
  school: { label: "École" },
  schoolClass: { label: "Classe" },
  mayBook: { label: "Réserver et annuler" },
  mayAuthorize: { label: "Voir et changer les autorisations" },
  maySeeFile: { label: "Voir et changer la fiche" },
};

const ofMeans: Readonly<Record<string, FieldWords>> = {
  category: { label: "Catégorie" },
  quotientFamilial: { label: "Quotient familial", hundredths: true },
  parts: { label: "Parts", hundredths: true },
  dependentChildren: { label: "Enfants à charge" },
  residence: { label: "Domicile", values: residence },
  source: { label: "D’après", unsaid: true },
  annualIncome: { label: "Revenus de l’année", unsaid: true },
  monthlyBenefits: { label: "Prestations du mois", unsaid: true },
};

const ofLists: Readonly<Record<string, FieldWords>> = {
  name: { label: "Nom" },
  label: { label: "Nom" },
  title: { label: "Titre" },
  text: { label: "Texte", unsaid: true },
  explanation: { label: "Explication" },
  code: { label: "Code" },
  active: { label: "Proposé" },
  published: { label: "Publié" },
  required: { label: "Obligatoire" },
  minimumAge: { label: "Âge minimal" },
  archivedSince: { label: "Fermé depuis" },
  from: { label: "Du" },
  to: { label: "Au" },
  day: { label: "Jour" },
  firstDay: { label: "Premier jour" },
  lastDay: { label: "Dernier jour" },
  firstSchoolDay: { label: "Rentrée" },
  lastSchoolDay: { label: "Dernier jour de classe" },
  open: { label: "Ouvert" },
  seats: { label: "Places" },
  weekdays: { label: "Jours de la semaine", unsaid: true },
  dayKinds: { label: "Sortes de jours", unsaid: true },
  nounSingular: { label: "Au singulier" },
  nounPlural: { label: "Au pluriel" },
  covers: { label: "Moments de la journée", unsaid: true },
  beginsAt: { label: "Heure de début" },
  agentOnly: { label: "Réservée par le service seulement" },
  chargedOnce: { label: "Facturée une fois" },
  departmentId: { label: "Service municipal", unsaid: true },
  additions: { label: "Un jour ajouté", unsaid: true },
  removals: { label: "Un jour retiré", unsaid: true },
  addCutOff: { label: "Délai pour ajouter", unsaid: true },
  removeCutOff: { label: "Délai pour retirer", unsaid: true },
  lateAdditions: { label: "Ajouts hors délai" },
  lateRemovals: { label: "Retraits hors délai" },
  pai: { label: "Pour les enfants qui ont un PAI" },
  readers: { label: "Lecteurs", unsaid: true },
  processing: {
    label: "Traitement",
    values: { automatic: "automatique", examined: "examiné par un agent" },
  },
  validityMonths: { label: "Validité en mois" },
  forLate: { label: "Pour les demandes hors délai" },
};

const ofTheTown: Readonly<Record<string, FieldWords>> = {
  ofName: { label: "Nom précédé de «\u00a0de\u00a0»" },
  portalName: { label: "Nom du portail" },
  siteUrl: { label: "Adresse du site" },
  siteLabel: { label: "Nom du site" },
  departmentName: { label: "Service qui répond" },
  openingHours: { label: "Horaires", unsaid: true },
  following: { label: "Prix quand la situation change", unsaid: true },
  role: { label: "Rôle", values: roleLabel },
  scopes: { label: "Limites", unsaid: true },
};

/** The fields that have words, by their name in the journal. */
export const fieldWords: Readonly<Record<string, FieldWords>> = {
  ...ofPersons,
  ...ofMeans,
  ...ofLists,
  ...ofTheTown,
};
