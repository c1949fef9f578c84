import type { EmailMessage } from "@/lib/commit";
import { requestStateLabel, type ServiceRequestState } from "@/lib/domain/service-request";
import { composeEmail, type EmailBlock } from "@/lib/emails/layout";
import { placesInWords, type EmailPlace } from "@/lib/emails/places";

export interface AbsenceMessage {
  to: string;
  firstName: string;
  /** In the family's words. */
  reason: string;
  requests: readonly AbsenceRequest[];
  /** The list of requests, in full. */
  url: string;
  town: string;
}

interface AbsenceRequest {
  number: number;
  childName: string;
  activityLabel: string;
  establishmentLabel: string;
  departmentEmail: string;
  state: ServiceRequestState;
  /** Null within the cut-off. */
  lateReason: string | null;
  places: readonly EmailPlace[];
}

/** Absences of several children, units and days, told in one sending: what is cancelled and what is examined. */
export function absenceTold(props: AbsenceMessage): EmailMessage {
  const { requests } = props;
  const waits = requests.some(({ state }) => state === "pending");
  return composeEmail({
    to: props.to,
    replyTo: requests[0]?.departmentEmail ?? null,
    subject: waits ? "Absence signalée, une partie à l’étude" : "Absence signalée",
    greeting: `Bonjour ${props.firstName},`,
    blocks: [
      {
        kind: "text",
        text: `Vous avez signalé une absence. Votre motif\u00a0: ${props.reason}`,
      },
      ...requests.map(factsOf),
      ...(waits
        ? [
            {
              kind: "text",
              text: "Tant que le service n’a pas répondu à ce qui est en cours d’instruction, votre enfant reste attendu. Hors délai, la prestation reste due si le motif n’est pas reconnu.",
            } as const,
          ]
        : []),
      { kind: "link", label: "Voir mes demandes", url: props.url },
    ],
    signature: props.town,
  });
}

function factsOf(request: AbsenceRequest): EmailBlock {
  return {
    kind: "facts",
    title: `Demande n°\u00a0${request.number} – ${request.childName} – ${request.activityLabel}`,
    facts: [
      ["État", requestStateLabel[request.state]],
      ["Établissement", request.establishmentLabel],
      [
        request.lateReason === null ? "Annulation" : "Annulation hors délai",
        placesInWords(request.places),
      ],
    ],
  };
}
