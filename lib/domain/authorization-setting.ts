import type { AuthorizationSubject } from "@/lib/domain/authorization";
import { plural } from "@/lib/domain/day-words";

/** What the town says of a type of authorization. */
export interface AuthorizationSetting {
  readonly label: string;
  readonly explanation: string | null;
  readonly icon: string;
  readonly subject: AuthorizationSubject;
  readonly required: boolean;
  /** In years; null: at any age. */
  readonly minimumAge: number | null;
  readonly active: boolean;
}

export const authorizationSubjectLabel: Readonly<Record<AuthorizationSubject, string>> = {
  child: "Pour l’enfant",
  contact: "Pour chaque contact de l’enfant",
};

const who: Readonly<Record<AuthorizationSubject, string>> = {
  child: "pour chaque enfant",
  contact: "pour chaque contact de chaque enfant",
};

/**
 * What families will see of a change, said before it is saved: `before` is null for a new type;
 * `answers`: how many were given to it.
 */
export function settingEffects(
  before: AuthorizationSetting | null,
  after: AuthorizationSetting,
  answers: number,
): string[] {
  const asked = before?.active ?? false;
  if (!asked) return after.active ? [askedFrom(after, answers)] : [];
  if (!after.active) {
    return [
      `La question disparaît aussitôt des écrans des familles et des listes de présence. ${keptAnswers(answers)}`,
    ];
  }
  return before ? [...answeringEffects(before, after), ...wordEffects(before, after, answers)] : [];
}

function askedFrom({ subject, required, minimumAge }: AuthorizationSetting, answers: number) {
  const verb = required ? "devront" : "pourront";
  const age = minimumAge === null ? "" : ` d’au moins ${minimumAge}\u00a0ans`;
  const again =
    answers === 0
      ? ""
      : ` ${plural(answers, "réponse déjà donnée vaut", "réponses déjà données valent")} à nouveau.`;
  return `Les familles ${verb} répondre ${who[subject]}${age}\u00a0: la question s’ajoute aussitôt à leurs écrans.${again}`;
}

function keptAnswers(answers: number): string {
  if (answers === 0) return "Personne n’y a répondu.";
  return `${plural(answers, "réponse reste enregistrée", "réponses restent enregistrées")} avec son historique.`;
}

function answeringEffects(before: AuthorizationSetting, after: AuthorizationSetting): string[] {
  const effects: string[] = [];
  if (!before.required && after.required)
    effects.push(`Les familles devront répondre ${who[after.subject]}.`);
  if (before.required && !after.required) effects.push("Répondre devient facultatif.");
  if (before.subject !== after.subject)
    effects.push(`La question sera posée ${who[after.subject]}.`);
  if (before.minimumAge !== after.minimumAge) effects.push(ageEffect(after.minimumAge));
  return effects;
}

function ageEffect(age: number | null): string {
  if (age === null) return "La question sera posée à tout âge.";
  return `La question ne sera posée que pour les enfants d’au moins ${age}\u00a0ans.`;
}

function wordEffects(
  before: AuthorizationSetting,
  after: AuthorizationSetting,
  answers: number,
): string[] {
  if (before.label === after.label && before.explanation === after.explanation) return [];
  if (answers === 0) return ["Les familles liront le nouveau texte."];
  const given = plural(answers, "réponse déjà donnée vaudra", "réponses déjà données vaudront");
  return [
    `${given} pour le nouveau texte. Si ce qui est autorisé change, désactivez plutôt cette autorisation et ajoutez-en une autre.`,
  ];
}
