import { type Query, textParam } from "@/app/params";
import { refusalSentence, type Refusal } from "@/lib/sentences";

/** What was just done in a family's file, as the URL names it. */
const acts = {
  "quotient-ajoute":
    "La nouvelle situation est enregistrée. Les nouvelles réservations prennent leur prix avec elle.",
  "quotient-corrige": "La situation est corrigée.",
  "quotient-retire": "La situation est retirée.",
  categorie:
    "La catégorie est enregistrée. Les nouvelles réservations prennent leur prix avec elle.",
  droits:
    "Les droits sont enregistrés et valent dès maintenant. Aucun courriel n’est parti\u00a0: prévenez la famille vous-même.",
  famille: "Le dossier est ouvert. Ajoutez maintenant ses enfants, puis inscrivez-les.",
  "responsable-ajoute":
    "Le responsable est ajouté. Invitez-le pour qu’il puisse ouvrir son compte sur le portail.",
  responsable: "Les coordonnées sont enregistrées.",
  invitation: "L’invitation est partie par courriel. Le lien vaut sept jours.",
  "compte-rattache":
    "Ce responsable a déjà un compte\u00a0: ce foyer y est rattaché. Il le voit à sa prochaine connexion.",
  "enfant-ajoute": "L’enfant est ajouté. Dites maintenant sa catégorie de tarif, et inscrivez-le.",
  enfant: "La fiche de l’enfant est enregistrée.",
  inscription: "L’enfant est inscrit. La famille peut réserver dès maintenant.",
  "dates-inscription": "Les dates de l’inscription sont changées.",
} as const;

export type FamilyAct = keyof typeof acts;

export function familyHref(familyId: number, act?: FamilyAct): string {
  return `/admin/familles/${familyId}${act ? `?fait=${act}` : ""}`;
}

/** What to say of it; null where the URL names nothing of the kind. */
export function actSentence(text: string): string | null {
  return Object.entries(acts).find(([act]) => act === text)?.[1] ?? null;
}

/** The same of a document that was added: its own address says it. */
export function documentSentence(query: Query): string | null {
  return textParam(query, "justificatif") === "ajoute" ? "Le justificatif est ajouté." : null;
}

/** The sentence of a refusal that the URL names; null where it names none. */
export function refusalOf(text: string): string | null {
  return text in refusalSentence ? refusalSentence[text as Refusal] : null;
}
