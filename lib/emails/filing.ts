import type { EmailMessage } from "@/lib/commit";
import { requestStateLabel, type ServiceRequestState } from "@/lib/domain/service-request";
import { composeEmail, type EmailBlock } from "@/lib/emails/layout";
import { stateWords } from "@/lib/emails/request-decided";
import { departmentAtStart } from "@/lib/domain/department-words";

/** A request about no inscription: the file, supporting documents. */
export interface FiledRequestMessage {
  to: string;
  firstName: string;
  number: number;
  /** "Léo Dupont – Dossier". */
  title: string;
  /** The state that the request now has. */
  state: ServiceRequestState;
  departmentName: string;
  departmentEmail: string;
  /** The request's page, in full. */
  url: string;
  town: string;
}

export interface DecidedFiling extends FiledRequestMessage {
  /** "1 information acceptée". */
  verdict: string;
  /** "1 information reste à examiner"; null where nothing waits. */
  left: string | null;
  /** What was decided on: "Classe : CP, devient CE1". */
  lines: readonly string[];
  /** Why it was refused, in the agent's words. */
  reason: string | null;
}

/** What the service decided on the file or on documents. The answer goes to the service. */
export function filingDecided(props: DecidedFiling): EmailMessage {
  const { departmentName, departmentEmail, number, verdict, left, reason } = props;
  return composeEmail({
    to: props.to,
    replyTo: departmentEmail,
    subject: `Demande n°\u00a0${number}\u00a0: ${left ? verdict : stateWords(props.state)}`,
    greeting: `Bonjour ${props.firstName},`,
    blocks: [
      {
        kind: "text",
        text: `${departmentAtStart(departmentName)} a examiné votre demande n°\u00a0${number}\u00a0: ${verdict}.${left ? ` ${left}.` : ""}`,
      },
      facts(props),
      { kind: "list", items: props.lines },
      ...(reason === null
        ? []
        : [{ kind: "text", text: `Motif donné par le service\u00a0: ${reason}` } as const]),
      { kind: "link", label: "Voir ma demande", url: props.url },
      {
        kind: "text",
        text: `Une question\u00a0? Répondez à ce courriel, ou écrivez à ${departmentEmail}.`,
      },
    ],
    signature: `${departmentName}, ${props.town}`,
  });
}

function facts({ number, title, state }: FiledRequestMessage): EmailBlock {
  return {
    kind: "facts",
    title: `Demande n°\u00a0${number} – ${title}`,
    facts: [["État", requestStateLabel[state]]],
  };
}
