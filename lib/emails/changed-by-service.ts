import type { EmailMessage } from "@/lib/commit";
import { formatDifference } from "@/lib/domain/money";
import type { Cost } from "@/lib/domain/tariff/cost";
import { composeEmail, type EmailBlock } from "@/lib/emails/layout";
import { placesInWords, type EmailPlace } from "@/lib/emails/places";

export interface ServedMessage {
  to: string;
  firstName: string;
  /** In the agent's words. */
  reason: string;
  requests: readonly {
    number: number;
    childName: string;
    activityLabel: string;
    establishmentLabel: string;
    departmentEmail: string;
    added: readonly EmailPlace[];
    removed: readonly EmailPlace[];
  }[];
  /** What all of it adds to the bill; null in a town without tariffs. */
  total: Cost | null;
  /** The list of requests, in full. */
  url: string;
  town: string;
}

/** What the service changed in a family's calendar in its stead, and why. */
export function changedByService(props: ServedMessage): EmailMessage {
  const { requests, total } = props;
  return composeEmail({
    to: props.to,
    replyTo: requests[0]?.departmentEmail ?? null,
    subject: "Vos réservations ont changé",
    greeting: `Bonjour ${props.firstName},`,
    blocks: [
      {
        kind: "text",
        text: `Le service a changé vos réservations. Motif\u00a0: ${props.reason}`,
      },
      ...requests.map(factsOf),
      ...(total && total.amount !== 0
        ? [
            {
              kind: "text",
              text: `Sur vos factures\u00a0: ${formatDifference(total.amount)}.`,
            } as const,
          ]
        : []),
      { kind: "link", label: "Voir mes demandes", url: props.url },
    ],
    signature: props.town,
  });
}

function factsOf(request: ServedMessage["requests"][number]): EmailBlock {
  const { added, removed } = request;
  return {
    kind: "facts",
    title: `Demande n°\u00a0${request.number} – ${request.childName} – ${request.activityLabel}`,
    facts: [
      ["Établissement", request.establishmentLabel],
      ...(added.length > 0 ? [["Ajouté", placesInWords(added)] as const] : []),
      ...(removed.length > 0 ? [["Retiré", placesInWords(removed)] as const] : []),
    ],
  };
}
