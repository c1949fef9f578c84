/** A column of the portal's own template: how the town calls it, and in which words an agent fills it. */
interface FieldSpec {
  readonly header: string;
  readonly example: string;
}

const guardian = (n: 1 | 2, its: readonly string[]) =>
  ({
    civility: { header: `Responsable ${n} - Civilité`, example: its[0] ?? "" },
    lastName: { header: `Responsable ${n} - Nom`, example: its[1] ?? "" },
    firstName: { header: `Responsable ${n} - Prénom`, example: its[2] ?? "" },
    email: { header: `Responsable ${n} - Courriel`, example: its[3] ?? "" },
    phone: { header: `Responsable ${n} - Téléphone`, example: its[4] ?? "" },
    otherPhone: { header: `Responsable ${n} - Autre téléphone`, example: its[5] ?? "" },
    street: { header: `Responsable ${n} - Adresse`, example: its[6] ?? "" },
    complement: { header: `Responsable ${n} - Complément d’adresse`, example: its[7] ?? "" },
    postcode: { header: `Responsable ${n} - Code postal`, example: its[8] ?? "" },
    city: { header: `Responsable ${n} - Commune`, example: its[9] ?? "" },
  }) satisfies Record<string, FieldSpec>;

const first = guardian(1, [
  "Mme",
  "Martin",
  "Claire",
  "claire.martin@exemple.fr",
  "06 39 98 10 01",
  "",
  "3 place du Marché",
  "",
  "91000",
  "Clairval-sur-Orge",
]);
const second = guardian(2, [
  "M.",
  "Dupont",
  "Hugo",
  "hugo.dupont@exemple.fr",
  "06 39 98 10 02",
  "",
  "3 place du Marché",
  "",
  "91000",
  "Clairval-sur-Orge",
]);

/** The columns of the template, in its order. One row is a child, or one inscription of a child. */
const fields = {
  familyKey: { header: "Famille - Numéro", example: "F-001" },
  familyName: { header: "Famille - Nom", example: "Dupont-Martin" },
  g1Civility: first.civility,
  g1LastName: first.lastName,
  g1FirstName: first.firstName,
  g1Email: first.email,
  g1Phone: first.phone,
  g1OtherPhone: first.otherPhone,
  g1Street: first.street,
  g1Complement: first.complement,
  g1Postcode: first.postcode,
  g1City: first.city,
  g2Civility: second.civility,
  g2LastName: second.lastName,
  g2FirstName: second.firstName,
  g2Email: second.email,
  g2Phone: second.phone,
  g2OtherPhone: second.otherPhone,
  g2Street: second.street,
  g2Complement: second.complement,
  g2Postcode: second.postcode,
  g2City: second.city,
  childLastName: { header: "Enfant - Nom", example: "Dupont-Martin" },
  childFirstName: { header: "Enfant - Prénom", example: "Léa" },
  birthDate: { header: "Enfant - Né(e) le", example: "14/03/2019" },
  school: { header: "Enfant - École", example: "École Jacques Prévert" },
  schoolClass: { header: "Enfant - Classe", example: "CP" },
  category: { header: "Enfant - Catégorie de tarif", example: "" },
  activity: { header: "Inscription - Activité", example: "" },
  group: { header: "Inscription - Groupe", example: "" },
  from: { header: "Inscription - Du", example: "" },
  to: { header: "Inscription - Au", example: "" },
  quotient: { header: "Quotient - Valeur", example: "" },
  quotientFrom: { header: "Quotient - À partir du", example: "" },
  parts: { header: "Quotient - Nombre de parts", example: "" },
  dependents: { header: "Quotient - Enfants à charge", example: "" },
  residence: { header: "Quotient - Habite la commune", example: "" },
} as const satisfies Record<string, FieldSpec>;

export type ImportField = keyof typeof fields;

export const importFields = Object.keys(fields) as readonly ImportField[];

/** A child of a family, and whom to write to: without these columns no line can be read. */
export const neededFields: readonly ImportField[] = [
  "familyKey",
  "g1LastName",
  "g1FirstName",
  "childLastName",
  "childFirstName",
  "birthDate",
];

/** "Enfant - Né(e) le", as the template's first line has it. */
export function headerOf(field: ImportField): string {
  return fields[field].header;
}

/** What the template's second line shows, to be replaced. */
export function exampleOf(field: ImportField): string {
  return fields[field].example;
}

export function isImportField(text: string): text is ImportField {
  return Object.hasOwn(fields, text);
}
