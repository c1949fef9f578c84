import type { EmailMessage } from "@/lib/commit";
import { lateQuoteInWords, type LateQuote } from "@/lib/domain/booking/late-quote";
import type { Change } from "@/lib/domain/booking/rules";
import type { Day } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import { requestStateLabel } from "@/lib/domain/service-request";
import { composeEmail } from "@/lib/emails/layout";

export interface LateChangeMessage {
  to: string;
  firstName: string;
  number: number;
  childName: string;
  activityLabel: string;
  establishmentLabel: string;
  unitLabel: string;
  day: Day;
  change: Change;
  departmentName: string;
  departmentEmail: string;
  /** In the family's words. */
  reason: string;
  /** Null in a town without tariffs. */
  quote: LateQuote | null;
  /** The request's page, in full. */
  url: string;
  town: string;
}

/** A change asked past its cut-off: it is examined, at the price that was announced. */
export function lateChangeRequested(props: LateChangeMessage): EmailMessage {
  const { change, departmentName, number, quote } = props;
  const what = change === "add" ? "un ajout" : "une annulation";
  return composeEmail({
    to: props.to,
    replyTo: props.departmentEmail,
    subject: `Demande n°\u00a0${number}\u00a0: ${change === "add" ? "ajout" : "annulation"} hors délai, à l’étude`,
    greeting: `Bonjour ${props.firstName},`,
    blocks: [
      {
        kind: "text",
        text: `Vous avez demandé ${what} hors délai. ${departmentName} examine votre demande et vous répondra par courriel.`,
      },
      {
        kind: "facts",
        title: `Demande n°\u00a0${number} – ${props.childName} – ${props.activityLabel}`,
        facts: [
          ["État", requestStateLabel.pending],
          ["Établissement", props.establishmentLabel],
          [
            change === "add" ? "Ajout demandé" : "Annulation demandée",
            `${props.unitLabel}, ${formatDay(props.day, "long")}`,
          ],
          ["Votre motif", props.reason],
        ],
      },
      ...(quote ? [{ kind: "text", text: lateQuoteInWords(change, quote) } as const] : []),
      {
        kind: "text",
        text:
          change === "add"
            ? "Tant que le service n’a pas accepté, la place n’est pas acquise."
            : "Tant que le service n’a pas répondu, votre enfant reste attendu.",
      },
      { kind: "link", label: "Voir ma demande", url: props.url },
      {
        kind: "text",
        text: `Une question\u00a0? Répondez à ce courriel, ou écrivez à ${props.departmentEmail}.`,
      },
    ],
    signature: `${departmentName}, ${props.town}`,
  });
}
