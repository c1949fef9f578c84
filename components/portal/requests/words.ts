import { momentOfInstant, daysBetween, dayOf, type Day, type Instant } from "@/lib/domain/day";
import { formatDay, formatMoment, formatPeriod, plural } from "@/lib/domain/day-words";
import type {
  LineChange,
  LineState,
  RequestEventKind,
  ServiceRequestState,
} from "@/lib/domain/service-request";

/** "36 ajouts, 2 retraits". */
export function changesInWords({ additions, removals }: { additions: number; removals: number }) {
  return [
    additions > 0 ? plural(additions, "ajout", "ajouts") : "",
    removals > 0 ? plural(removals, "retrait", "retraits") : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/** "du 2 déc. 2026 au 30 juin 2027", of a request. */
export function spanInWords({ firstDay, lastDay }: { firstDay: Day; lastDay: Day }): string {
  return formatPeriod({ from: firstDay, to: lastDay });
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

export const changeLabel: Readonly<Record<LineChange, string>> = {
  add: "Ajout",
  remove: "Retrait",
};

export const lineStateLabel: Readonly<Record<LineState, string>> = {
  pending: "En attente",
  accepted: "Accepté",
  refused: "Refusé",
  withdrawn: "Retiré de la demande",
};

export const eventLabel: Readonly<Record<RequestEventKind, string>> = {
  submitted: "Demande envoyée",
  accepted: "Demande acceptée",
  partlyAccepted: "Une partie des dates acceptée",
  refused: "Dates refusées",
  withdrawn: "Demande retirée",
};

/** The order in which states are offered in filters. */
export const requestStates: readonly ServiceRequestState[] = [
  "pending",
  "accepted",
  "partlyAccepted",
  "refused",
  "withdrawn",
];

/** A phrase at the head of its line: "Du 2 déc. 2026 au 30 juin 2027". */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
