import type { EmailMessage } from "@/lib/commit";
import { lateQuoteInWords, type LateQuote } from "@/lib/domain/booking/late-quote";
import type { Change } from "@/lib/domain/booking/rules";
import { listInWords } from "@/lib/domain/day-words";
import { requestStateLabel } from "@/lib/domain/service-request";
import { composeEmail, type EmailBlock } from "@/lib/emails/layout";
import { placesInWords, type EmailPlace } from "@/lib/emails/places";

export interface LateChangeMessage {
  to: string;
  firstName: string;
  change: Change;
  /** In the family's words. */
  reason: string;
  /** One per inscription, at least one. */
  requests: readonly LateRequestFacts[];
  /** Of all; null in a town without tariffs. */
  quote: LateQuote | null;
  /** The request's page, or the list of requests, in full. */
  url: string;
  town: string;
}

interface LateRequestFacts {
  number: number;
  childName: string;
  activityLabel: string;
  establishmentLabel: string;
  departmentName: string;
  departmentEmail: string;
  places: readonly EmailPlace[];
}

/** Changes asked past their cut-off in one sending: they are examined, at the price that was announced. */
export function lateChangeRequested(props: LateChangeMessage): EmailMessage {
  const { change, quote, reason, requests } = props;
  const departments = [
    ...new Map(requests.map((one) => [one.departmentEmail, one.departmentName])),
  ];
  const names = listInWords(departments.map(([, name]) => name));
  const several = requests.length > 1;
  return composeEmail({
    to: props.to,
    replyTo: departments[0]?.[0] ?? null,
    subject: `${numbersInWords(requests)}\u00a0: ${change === "add" ? "ajout" : "annulation"} hors délai, à l’étude`,
    greeting: `Bonjour ${props.firstName},`,
    blocks: [
      {
        kind: "text",
        text: `Vous avez demandé ${whatInWords(props)} hors délai. ${names} ${departments.length > 1 ? "examinent" : "examine"} ${several ? "vos demandes" : "votre demande"} et vous ${departments.length > 1 ? "répondront" : "répondra"} par courriel.`,
      },
      ...requests.map((request) => factsOf(change, reason, request)),
      ...(quote ? [{ kind: "text", text: lateQuoteInWords(change, quote) } as const] : []),
      {
        kind: "text",
        text:
          change === "add"
            ? "Tant que le service n’a pas accepté, la place n’est pas acquise."
            : "Tant que le service n’a pas répondu, votre enfant reste attendu.",
      },
      { kind: "link", label: several ? "Voir mes demandes" : "Voir ma demande", url: props.url },
      {
        kind: "text",
        text: `Une question\u00a0? Répondez à ce courriel, ou écrivez à ${listInWords(departments.map(([email]) => email))}.`,
      },
    ],
    signature: `${names}, ${props.town}`,
  });
}

function numbersInWords(requests: readonly LateRequestFacts[]): string {
  const numbers = listInWords(requests.map(({ number }) => `n°\u00a0${number}`));
  return `${requests.length > 1 ? "Demandes" : "Demande"} ${numbers}`;
}

function whatInWords({ change, requests }: LateChangeMessage): string {
  const count = requests.reduce((sum, { places }) => sum + places.length, 0);
  if (count === 1) return change === "add" ? "un ajout" : "une annulation";
  return `${count} ${change === "add" ? "ajouts" : "annulations"}`;
}

function factsOf(change: Change, reason: string, request: LateRequestFacts): EmailBlock {
  const { number, childName, activityLabel, establishmentLabel, places } = request;
  return {
    kind: "facts",
    title: `Demande n°\u00a0${number} – ${childName} – ${activityLabel}`,
    facts: [
      ["État", requestStateLabel.pending],
      ["Établissement", establishmentLabel],
      [change === "add" ? "Ajout demandé" : "Annulation demandée", placesInWords(places)],
      ["Votre motif", reason],
    ],
  };
}
