import type { EmailMessage } from "@/lib/commit";
import { plural } from "@/lib/domain/day-words";
import { composeEmail } from "@/lib/emails/layout";
import { requestFacts, type RequestMessage } from "./request-decided";

export interface WithdrawnRequest extends RequestMessage {
  /** The guardian who withdrew it. */
  by: string;
}

/** What the family took back while it waited. The answer goes to the service. */
export function requestWithdrawn(props: WithdrawnRequest): EmailMessage {
  const { by, count, number } = props;
  return composeEmail({
    to: props.to,
    replyTo: props.departmentEmail,
    subject: `Demande n°\u00a0${number}\u00a0: retirée`,
    greeting: `Bonjour ${props.firstName},`,
    blocks: [
      {
        kind: "text",
        text: `${by} a retiré la demande n°\u00a0${number}\u00a0: ${plural(count, "date n’attend", "dates n’attendent")} plus la réponse du service. Le reste de votre calendrier n’a pas changé.`,
      },
      requestFacts(props),
      {
        kind: "list",
        title: count < 2 ? "Date retirée\u00a0:" : "Dates retirées\u00a0:",
        items: props.sentences,
      },
      { kind: "link", label: "Voir la demande", url: props.url },
    ],
    signature: props.town,
  });
}
