import type { EmailMessage } from "@/lib/commit";
import { formatPeriod } from "@/lib/domain/day-words";
import { formatCents } from "@/lib/domain/money";
import { factsOf, type DayClosed } from "@/lib/emails/day-closed";
import { composeEmail } from "@/lib/emails/layout";

export interface DayReopened extends Omit<DayClosed, "requests"> {
  /** Something of the family's had changed meanwhile: it was left as it is. */
  leftAsChanged: boolean;
}

/** What a family has again of its reservations: the closure that it was told of does not take place. */
export function dayReopened(props: DayReopened): EmailMessage {
  const { to, replyTo, firstName, period, reason, children, amount, leftAsChanged } = props;
  return composeEmail({
    to,
    replyTo,
    subject: `Finalement ouvert ${formatPeriod(period)}`,
    greeting: `Bonjour ${firstName},`,
    blocks: [
      {
        kind: "text",
        text: `Nous vous avions annoncé une fermeture (${reason}). Elle n’a pas lieu${children.length > 0 ? "\u00a0: vos réservations sont rétablies, au même prix." : "."}`,
      },
      ...children.map(factsOf),
      ...(amount === 0
        ? []
        : [
            {
              kind: "text",
              text: `Sur vos factures\u00a0: ${formatCents(amount)}, comme avant la fermeture.`,
            } as const,
          ]),
      ...(leftAsChanged
        ? [
            {
              kind: "text",
              text: "Ce qui a changé entre-temps dans votre calendrier reste comme il est\u00a0: vérifiez ces jours.",
            } as const,
          ]
        : []),
      {
        kind: "text",
        text: "Si votre enfant ne vient plus ce jour-là, répondez à ce courriel.",
      },
      { kind: "link", label: "Voir mes demandes", url: props.url },
    ],
    signature: props.town,
  });
}
