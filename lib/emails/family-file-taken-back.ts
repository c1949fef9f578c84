import type { EmailMessage } from "@/lib/commit";
import type { FiledRequestMessage } from "@/lib/emails/filing";
import { composeEmail } from "@/lib/emails/layout";

export interface FamilyFileTakenBack extends FiledRequestMessage {
  /** The guardian who did it. */
  by: string;
  /** The request that asks it anew; null where nothing is asked any longer. */
  replacedBy: number | null;
  /** The labels of what waits no longer. */
  lines: readonly string[];
}

/** Changes of the file that a guardian took back, or replaced, while they waited. */
export function familyFileTakenBack(props: FamilyFileTakenBack): EmailMessage {
  const { by, number, replacedBy, title } = props;
  const why =
    replacedBy === null
      ? `${by} a retiré de la demande n°\u00a0${number} (${title}) ce qui attendait la réponse du service.`
      : `${by} a envoyé la demande n°\u00a0${replacedBy}\u00a0: elle remplace ce qui attendait dans la demande n°\u00a0${number} (${title}).`;
  return composeEmail({
    to: props.to,
    replyTo: props.departmentEmail,
    subject: `Demande n°\u00a0${number}\u00a0: ${replacedBy === null ? "retirée" : "remplacée"}`,
    greeting: `Bonjour ${props.firstName},`,
    blocks: [
      { kind: "text", text: why },
      { kind: "list", title: "Cela n’attend plus\u00a0:", items: props.lines },
      { kind: "link", label: "Voir la demande", url: props.url },
    ],
    signature: props.town,
  });
}
