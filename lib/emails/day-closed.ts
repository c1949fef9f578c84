import type { EmailMessage } from "@/lib/commit";
import type { Day, Period } from "@/lib/domain/day";
import { formatPeriod, listInWords } from "@/lib/domain/day-words";
import { grouped } from "@/lib/domain/grouped";
import { formatCents, type Cents } from "@/lib/domain/money";
import { composeEmail, type EmailBlock } from "@/lib/emails/layout";
import { placesInWords } from "@/lib/emails/places";

export interface DayClosed {
  to: string;
  replyTo: string;
  firstName: string;
  period: Period;
  /** In the town's words: "Grève du personnel". */
  reason: string;
  children: readonly {
    firstName: string;
    places: readonly { day: Day; activityLabel: string; unitLabel: string }[];
  }[];
  /** What the family owed of it. */
  amount: Cents;
  /** The numbers of requests of which dates waited. */
  requests: readonly number[];
  /** The list of requests, in full. */
  url: string;
  town: string;
}

/** What is cancelled of a family's reservations because the town closes, for all its children. */
export function dayClosed(props: DayClosed): EmailMessage {
  const { to, replyTo, firstName, period, reason, children, amount, requests } = props;
  return composeEmail({
    to,
    replyTo,
    subject: `Fermé ${formatPeriod(period)}\u00a0: ${reason}`,
    greeting: `Bonjour ${firstName},`,
    blocks: [
      {
        kind: "text",
        text: `Nous ne pourrons pas accueillir votre enfant comme prévu. Motif\u00a0: ${reason}. Ces réservations sont annulées, vous n’avez rien à faire\u00a0:`,
      },
      ...children.map(factsOf),
      {
        kind: "text",
        text:
          amount === 0
            ? "Aucun de ces jours ne vous est facturé."
            : `Aucun de ces jours ne vous est facturé\u00a0: ${formatCents(amount)} de moins sur vos factures.`,
      },
      ...droppedBlocks(requests),
      { kind: "link", label: "Voir mes demandes", url: props.url },
    ],
    signature: props.town,
  });
}

/** A child, and what it was to come to: a line an activity. */
export function factsOf({ firstName, places }: DayClosed["children"][number]): EmailBlock {
  const byActivity = grouped(places, ({ activityLabel }) => activityLabel);
  return {
    kind: "facts",
    title: firstName,
    facts: byActivity.map(([activity, its]) => [activity, placesInWords(its)] as const),
  };
}

function droppedBlocks(numbers: readonly number[]): EmailBlock[] {
  if (numbers.length === 0) return [];
  const which = listInWords(numbers.map((number) => `n°\u00a0${number}`));
  const text =
    numbers.length === 1
      ? `Votre demande ${which} attendait une réponse pour ces jours\u00a0: ces dates sont classées sans suite.`
      : `Vos demandes ${which} attendaient une réponse pour ces jours\u00a0: ces dates sont classées sans suite.`;
  return [{ kind: "text", text }];
}
