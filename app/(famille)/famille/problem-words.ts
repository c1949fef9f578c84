import type { ControlName, ControlProblem, FieldProblem } from "@/lib/domain/family-file-form";
import { addressControls, mostLetters } from "@/lib/domain/family-file-form";
import { familyFields } from "@/lib/domain/family-file";

const partLabel: Readonly<Record<(typeof addressControls)[number], string>> = {
  street: "Numéro et rue",
  complement: "Complément d’adresse",
  postcode: "Code postal",
  city: "Ville",
};

const isPart = (control: ControlName): control is (typeof addressControls)[number] =>
  addressControls.some((part) => part === control);

export function controlLabel(control: ControlName): string {
  return isPart(control) ? partLabel[control] : familyFields[control].label;
}

const sentences: Readonly<Record<Exclude<FieldProblem, "missing">, string>> = {
  "too-long": `Écrivez ${mostLetters}\u00a0caractères au plus.`,
  postcode: "Donnez un code postal de cinq chiffres, par exemple 91000.",
  phone:
    "Donnez un numéro de téléphone complet, par exemple 06\u00a012\u00a034\u00a056\u00a078, ou qui commence par + pour un pays étranger.",
  email: "Donnez une adresse électronique complète, par exemple nom@exemple.fr.",
  day: "Donnez une date complète\u00a0: jour, mois et année.",
  "day-range":
    "Donnez une date à venir, dans les dix ans\u00a0: celle qui est écrite sur le document.",
  diet: "Choisissez un régime de la liste.",
};

const missing: Readonly<Partial<Record<ControlName, string>>> = {
  street: "Donnez le numéro et la rue.",
  city: "Donnez la ville.",
  phone: "Donnez un numéro de téléphone.",
  hasPai: "Dites si l’enfant a un projet d’accueil individualisé.",
  paiValidUntil: "Dites jusqu’à quand le projet d’accueil individualisé est valable.",
};

/** What is wrong with a control, and what to do. */
export function problemSentence({ control, problem }: ControlProblem): string {
  if (problem !== "missing") return sentences[problem];
  return (
    missing[control] ??
    `Remplissez «\u00a0${controlLabel(control)}\u00a0»\u00a0: la mairie en a besoin.`
  );
}
