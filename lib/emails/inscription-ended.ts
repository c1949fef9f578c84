import type { EmailMessage } from "@/lib/commit";
import type { Day, Period } from "@/lib/domain/day";
import { formatPeriod } from "@/lib/domain/day-words";
import { formatCents, type Cents } from "@/lib/domain/money";
import { ofPerson } from "@/lib/domain/name-words";
import { composeEmail } from "@/lib/emails/layout";
import { placesInWords } from "@/lib/emails/places";

export interface InscriptionEnded {
  to: string;
  replyTo: string;
  firstName: string;
  /** The child's first name. */
  child: string;
  activity: string;
  /** The inscription's days from now on. */
  period: Period;
  /** What the family held outside of them. */
  places: readonly { day: Day; unitLabel: string }[];
  /** What it owed of that. */
  amount: Cents;
  /** The list of requests, in full. */
  url: string;
  town: string;
}

/** The service has shortened or ended an inscription over days that the family had reserved. */
export function inscriptionEnded(props: InscriptionEnded): EmailMessage {
  const { to, replyTo, firstName, child, activity, period, places, amount } = props;
  return composeEmail({
    to,
    replyTo,
    subject: `${activity}\u00a0: les dates ${ofPerson(child)} ont changé`,
    greeting: `Bonjour ${firstName},`,
    blocks: [
      {
        kind: "text",
        text: `Le service a changé l’inscription ${ofPerson(child)} à l’activité «\u00a0${activity}\u00a0»\u00a0: elle va ${formatPeriod(period)}. Ces réservations, en dehors de ces dates, sont annulées\u00a0:`,
      },
      { kind: "facts", title: child, facts: [[activity, placesInWords(places)]] },
      {
        kind: "text",
        text:
          amount === 0
            ? "Aucun de ces jours ne vous est facturé."
            : `Aucun de ces jours ne vous est facturé\u00a0: ${formatCents(amount)} de moins sur vos factures.`,
      },
      { kind: "text", text: "Si ce n’est pas ce qui était convenu, répondez à ce message." },
      { kind: "link", label: "Voir mes demandes", url: props.url },
    ],
    signature: props.town,
  });
}
