import type { PlannedChange } from "@/lib/domain/booking/plan";
import type { ReservationState } from "@/lib/domain/booking/context";

export type ServiceRequestState =
  "pending" | "accepted" | "partlyAccepted" | "refused" | "withdrawn" | "dropped";

export const requestStateLabel: Readonly<Record<ServiceRequestState, string>> = {
  pending: "En cours d’instruction",
  accepted: "Traitée positivement",
  partlyAccepted: "Traitée en partie",
  refused: "Refusée",
  withdrawn: "Retirée",
  dropped: "Sans suite",
};

/** What a timeline tells. */
export type RequestEventKind =
  | "submitted"
  | "accepted"
  | "partlyAccepted"
  | "refused"
  | "withdrawn"
  /** The day closed: what waited is not answered any more. */
  | "dropped"
  /** It is open again, and what waited waits again. */
  | "reopened";

export type LineState = "pending" | "accepted" | "refused" | "withdrawn" | "dropped";
export type LineChange = "add" | "remove";
export type LineDecision = "accept" | "refuse" | "withdraw";

export const changeLabel: Readonly<Record<LineChange, string>> = {
  add: "Ajout",
  remove: "Retrait",
};

export const lineStateLabel: Readonly<Record<LineState, string>> = {
  pending: "En attente",
  accepted: "Accepté",
  refused: "Refusé",
  withdrawn: "Retiré de la demande",
  dropped: "Sans suite\u00a0: fermé ce jour-là",
};

/**
 * What an answer to a request past the cut-off means. A cancellation that is not justified keeps the
 * reservation, which is thus due.
 */
export const lateDecisionLabel: Readonly<
  Record<LineChange, Readonly<Record<"accept" | "refuse", string>>>
> = {
  add: { accept: "Ajout hors délai accepté", refuse: "Ajout hors délai refusé" },
  remove: {
    accept: "Justifié\u00a0: rien n’est dû",
    refuse: "Non justifié\u00a0: la prestation reste due",
  },
};

/**
 * The state of a request follows from its lines. It waits as long as one line waits. Lines that the
 * family withdrew count only when nothing else is left: what remained was accepted or refused. Of those that
 * were dropped because the day closed, an acceptance of the others is one of a part only.
 */
export function stateOfLines(states: readonly LineState[]): ServiceRequestState {
  if (states.includes("pending")) return "pending";
  const accepted = states.includes("accepted");
  const refused = states.includes("refused");
  const dropped = states.includes("dropped");
  if (accepted) return refused || dropped ? "partlyAccepted" : "accepted";
  if (refused) return "refused";
  return dropped ? "dropped" : "withdrawn";
}

/** What a waiting line becomes. */
export const lineStateAfter = {
  accept: "accepted",
  refuse: "refused",
  withdraw: "withdrawn",
} as const satisfies Readonly<Record<LineDecision, LineState>>;

/** The timeline tells the act; of an acceptance it also tells whether it is the whole request's. */
export function decisionEvent(
  state: ServiceRequestState,
  decision: LineDecision,
): RequestEventKind {
  if (decision === "accept") return state === "accepted" ? "accepted" : "partlyAccepted";
  return decision === "refuse" ? "refused" : "withdrawn";
}

export function initialLineState(change: PlannedChange): LineState {
  return change.effect === "atOnce" ? "accepted" : "pending";
}

/** What becomes of the reservation when a pending line is decided. */
export function decisionEffect(
  change: LineChange,
  decision: LineDecision,
): ReservationState | "free" {
  const comes = change === "add" ? decision === "accept" : decision !== "accept";
  return comes ? "reserved" : "free";
}

/** The child or guardian that a request is about; null stands for the whole family. */
export interface RequestAbout {
  readonly kind: "child" | "guardian";
  readonly firstName: string;
  readonly lastName: string;
}

export const wholeFamily = "Toute la famille";

/** "Enfant: Léo Dupont", as a term and its detail. */
export function aboutInWords(about: RequestAbout | null): { term: string; detail: string } {
  if (about === null) return { term: "Pour", detail: wholeFamily };
  const term = about.kind === "child" ? "Enfant" : "Responsable";
  return { term, detail: `${about.firstName} ${about.lastName}` };
}
