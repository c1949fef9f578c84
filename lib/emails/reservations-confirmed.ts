import type { EmailMessage } from "@/lib/commit";
import { requestStateLabel, type ServiceRequestState } from "@/lib/domain/service-request";
import { formatMoment, formatPeriod, plural } from "@/lib/domain/day-words";
import { formatDifference } from "@/lib/domain/money";
import type { Cost } from "@/lib/domain/tariff/cost";
import { examinedInWords } from "@/lib/domain/tariff/plan-cost";
import type { Day, Moment } from "@/lib/domain/day";
import { composeEmail, type EmailBlock } from "@/lib/emails/layout";
import { departmentAtStart } from "@/lib/domain/department-words";

export interface ConfirmedReservations {
  to: string;
  firstName: string;
  at: Moment;
  schoolYearName: string;
  /** The page of the submission, in full. */
  url: string;
  town: string;
  /** What all of it adds to the bill; null in a town without tariffs. */
  total: Cost | null;
  /** Not negative: what the removals that the service examines give back besides if it accepts. */
  examined: Cost;
  requests: readonly {
    number: number;
    childName: string;
    activityLabel: string;
    establishmentLabel: string;
    departmentName: string;
    departmentEmail: string;
    firstDay: Day;
    lastDay: Day;
    additions: number;
    removals: number;
    state: ServiceRequestState;
    /** What it adds to the bill; null in a town without tariffs. */
    cost: Cost | null;
    /** "tous les mardis et jeudis, du … au … : 70 repas" */
    sentences: readonly string[];
  }[];
}

/**
 * What was sent, with each number and its state. The answer goes to the department of the first
 * request that it examines, else of the first one.
 */
export function reservationsConfirmed(props: ConfirmedReservations): EmailMessage {
  const { requests } = props;
  const ifAccepted = examinedInWords(props.examined);
  const waiting = requests.find(({ state }) => state === "pending");
  const numbers = requests.map(({ number }) => String(number));
  const subject =
    numbers.length === 1
      ? `Votre demande n°\u00a0${numbers[0]}\u00a0: ${requestStateLabel[requests[0]?.state ?? "pending"]}`
      : `Vos demandes n°\u00a0${numbers[0]} à\u00a0${numbers.at(-1)} sont enregistrées`;
  return composeEmail({
    to: props.to,
    replyTo: (waiting ?? requests[0])?.departmentEmail ?? null,
    subject,
    greeting: `Bonjour ${props.firstName},`,
    blocks: [
      {
        kind: "text",
        text: `Nous avons bien enregistré vos réservations pour ${props.schoolYearName}, le ${formatMoment(props.at)}.`,
      },
      ...requests.map(requestBlock),
      ...(props.total && requests.length > 1
        ? [{ kind: "text", text: `Prix de l’ensemble\u00a0: ${priceOf(props.total)}.` } as const]
        : []),
      ...(ifAccepted ? [{ kind: "text", text: ifAccepted } as const] : []),
      ...(waiting
        ? [
            {
              kind: "text",
              text: `${departmentAtStart(waiting.departmentName)} examine les demandes en cours d’instruction. Vous recevrez un courriel dès qu’elles seront traitées.`,
            } as const,
          ]
        : []),
      { kind: "link", label: "Voir mes demandes", url: props.url },
    ],
    signature: props.town,
  });
}

function priceOf({ amount, unpriced }: Cost): string {
  const dates = plural(unpriced, "date", "dates");
  if (unpriced === 0) return formatDifference(amount);
  return amount === 0
    ? "fixé quand le tarif sera publié"
    : `${formatDifference(amount)}, sans ${dates} dont le tarif n’est pas publié`;
}

function requestBlock(request: ConfirmedReservations["requests"][number]): EmailBlock {
  const counts = [
    request.additions > 0 ? plural(request.additions, "ajout", "ajouts") : "",
    request.removals > 0 ? plural(request.removals, "retrait", "retraits") : "",
  ].filter(Boolean);
  return {
    kind: "facts",
    title: `Demande n°\u00a0${request.number} – ${request.childName} – ${request.activityLabel}`,
    facts: [
      ["État", requestStateLabel[request.state]],
      ["Établissement", request.establishmentLabel],
      ["Période", formatPeriod({ from: request.firstDay, to: request.lastDay })],
      ["Changements", counts.join(", ")],
      ...request.sentences.map((sentence) => ["Détail", sentence] as const),
      ...(request.cost ? [["Prix", priceOf(request.cost)] as const] : []),
    ],
  };
}
