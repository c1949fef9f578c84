import { momentOfInstant, daysBetween, dayOf, type Day, type Instant } from "@/lib/domain/day";
import { formatDay, formatMoment, formatPeriod, plural } from "@/lib/domain/day-words";
import { requestKindWords, type RequestKind } from "@/lib/domain/request-kind";
import {
  lateDecisionLabel,
  type LineChange,
  type RequestEventKind,
  type ServiceRequestState,
} from "@/lib/domain/service-request";

/** "36 ajouts, 2 retraits", "1 réponse changée", "2 informations changées", "1 justificatif". */
export function changesInWords({
  kind,
  additions,
  removals,
  answers,
}: {
  kind: RequestKind;
  additions: number;
  removals: number;
  answers: number;
}) {
  return [
    answers > 0 ? plural(answers, ...requestKindWords[kind].changes) : "",
    additions > 0 ? plural(additions, "ajout", "ajouts") : "",
    removals > 0 ? plural(removals, "retrait", "retraits") : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/** "du 2 déc. 2026 au 30 juin 2027", of a request; null where it has no dates. */
export function spanInWords({
  firstDay,
  lastDay,
}: {
  firstDay: Day | null;
  lastDay: Day | null;
}): string | null {
  return firstDay && lastDay && formatPeriod({ from: firstDay, to: lastDay });
}

/** "22 nov. 2026", in Paris. */
export function dateInWords(at: Instant): string {
  return formatDay(dayOf(momentOfInstant(at)), "dateMedium");
}

/** "dimanche 22 novembre 2026 à 10 h 05", in Paris. */
export function instantInWords(at: Instant): string {
  return formatMoment(momentOfInstant(at));
}

/** How long a request has waited: "aujourd’hui", "hier", "il y a 12 jours". */
export function ageInWords(at: Instant, today: Day): string {
  const days = daysBetween(dayOf(momentOfInstant(at)), today);
  if (days <= 0) return "aujourd’hui";
  return days === 1 ? "hier" : `il y a ${days} jours`;
}

const eventLabel: Readonly<Record<RequestEventKind, string>> = {
  submitted: "Demande envoyée",
  accepted: "Demande acceptée",
  partlyAccepted: "Une partie de la demande acceptée",
  refused: "Refus",
  withdrawn: "Demande retirée",
  dropped: "Sans suite\u00a0: fermé",
  reopened: "À nouveau ouvert\u00a0: la demande attend",
};

/** What the timeline says of an event; the answers to a late request are said in full. */
export function eventInWords(
  event: RequestEventKind,
  request: { kind: RequestKind; lateChange: LineChange | null },
): string {
  const { kind, lateChange } = request;
  const said = event === "refused" ? requestKindWords[kind].refused : eventLabel[event];
  if (lateChange === null) return said;
  if (event === "accepted") return lateDecisionLabel[lateChange].accept;
  return event === "refused" ? lateDecisionLabel[lateChange].refuse : said;
}

/** The order in which states are offered in filters. */
export const requestStates: readonly ServiceRequestState[] = [
  "pending",
  "accepted",
  "partlyAccepted",
  "refused",
  "withdrawn",
  "dropped",
];
