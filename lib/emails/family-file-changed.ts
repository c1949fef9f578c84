import type { EmailMessage } from "@/lib/commit";
import type { FiledRequestMessage } from "@/lib/emails/filing";
import { composeEmail } from "@/lib/emails/layout";

export interface FamilyFileChanged extends FiledRequestMessage {
  /** "Téléphone : 06…, devient 06…": what counts from now on. */
  applied: readonly string[];
  /** What the service examines first. */
  waiting: readonly string[];
}

/** What a guardian changed of the file, with its number. Values of health are never among the lines. */
export function familyFileChanged(props: FamilyFileChanged): EmailMessage {
  const { applied, waiting, number, title } = props;
  return composeEmail({
    to: props.to,
    replyTo: props.departmentEmail,
    subject: `Demande n°\u00a0${number}\u00a0: ${waiting.length === 0 ? "votre dossier est à jour" : "bien reçue"}`,
    greeting: `Bonjour ${props.firstName},`,
    blocks: [
      {
        kind: "text",
        text: `Nous avons bien reçu ce que vous avez changé dans le dossier de votre famille (demande n°\u00a0${number}, ${title}).`,
      },
      ...listOf("C’est enregistré\u00a0:", applied),
      ...listOf("Le service le vérifie d’abord\u00a0:", waiting),
      { kind: "link", label: "Voir ma demande", url: props.url },
    ],
    signature: props.town,
  });
}

function listOf(title: string, items: readonly string[]) {
  return items.length === 0 ? [] : [{ kind: "list" as const, title, items }];
}
