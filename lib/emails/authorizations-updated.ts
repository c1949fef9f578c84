import type { EmailMessage } from "@/lib/commit";
import { answerLabel } from "@/lib/domain/authorization";
import type { Moment } from "@/lib/domain/day";
import { formatMoment } from "@/lib/domain/day-words";
import { composeEmail } from "@/lib/emails/layout";

export interface AuthorizationsUpdated {
  to: string;
  replyTo: string;
  firstName: string;
  at: Moment;
  /** The page of the submission, in full. */
  url: string;
  town: string;
  requests: readonly {
    number: number;
    childName: string;
    lines: readonly { label: string; was: boolean | null; now: boolean }[];
  }[];
}

/** What is allowed and forbidden from now on, with each number. */
export function authorizationsUpdated(props: AuthorizationsUpdated): EmailMessage {
  const { requests } = props;
  const names = requests.map(({ childName }) => childName).join(", ");
  return composeEmail({
    to: props.to,
    replyTo: props.replyTo,
    subject: `Autorisations de ${names}\u00a0: mises à jour`,
    greeting: `Bonjour ${props.firstName},`,
    blocks: [
      {
        kind: "text",
        text: `Nous avons bien enregistré vos réponses le ${formatMoment(props.at)}. Elles valent dès maintenant.`,
      },
      ...requests.map(({ number, childName, lines }) => ({
        kind: "facts" as const,
        title: `Demande n°\u00a0${number} – ${childName} – Traitée positivement`,
        facts: lines.map(
          ({ label, was, now }) =>
            [
              label,
              `${answerLabel(now)} (avant\u00a0: ${answerLabel(was).toLowerCase()})`,
            ] as const,
        ),
      })),
      { kind: "link", label: "Voir ma demande", url: props.url },
    ],
    signature: props.town,
  });
}
