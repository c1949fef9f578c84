import type { EmailMessage } from "@/lib/commit";
import { departmentAtStart } from "@/lib/domain/department-words";
import { composeEmail } from "@/lib/emails/layout";

interface WrittenMessage {
  readonly to: string;
  readonly number: number;
  /** "Léo – Cantine": what the request is about. */
  readonly title: string;
  /** What was written, in its lines. */
  readonly text: string;
  /** The request's page, in full, of those who read. */
  readonly url: string;
  readonly departmentName: string;
  readonly town: string;
}

export interface MessageToFamily extends WrittenMessage {
  readonly firstName: string;
}

/** What the service writes about a request: answered from its page, so that the answer stands there too. */
export function messageToFamily(props: MessageToFamily): EmailMessage {
  const { departmentName, number, title } = props;
  return composeEmail({
    to: props.to,
    replyTo: null,
    subject: `Demande n°\u00a0${number}\u00a0: un message du service`,
    greeting: `Bonjour ${props.firstName},`,
    blocks: [
      {
        kind: "text",
        text: `${departmentAtStart(departmentName)} vous écrit au sujet de votre demande n°\u00a0${number} (${title})\u00a0:`,
      },
      { kind: "text", text: props.text },
      { kind: "link", label: "Lire et répondre", url: props.url },
    ],
    signature: `${departmentName}, ${props.town}`,
  });
}

export interface MessageToService extends WrittenMessage {
  /** The guardian who wrote it. */
  readonly by: string;
}

/** What a family writes about a request, for the department that answers it. */
export function messageToService(props: MessageToService): EmailMessage {
  const { by, number, title } = props;
  return composeEmail({
    to: props.to,
    replyTo: null,
    subject: `Demande n°\u00a0${number}\u00a0: un message de ${by}`,
    greeting: "Bonjour,",
    blocks: [
      {
        kind: "text",
        text: `${by} écrit au sujet de la demande n°\u00a0${number} (${title})\u00a0:`,
      },
      { kind: "text", text: props.text },
      { kind: "link", label: "Lire et répondre", url: props.url },
    ],
    signature: props.town,
  });
}
