import type { PlannedChange } from "@/lib/domain/booking/plan";
import type { ReservationState } from "@/lib/domain/booking/context";

export type ServiceRequestState =
  "pending" | "accepted" | "partlyAccepted" | "refused" | "withdrawn";

export const requestStateLabel: Readonly<Record<ServiceRequestState, string>> = {
  pending: "En cours d’instruction",
  accepted: "Traitée positivement",
  partlyAccepted: "Traitée en partie",
  refused: "Refusée",
  withdrawn: "Retirée",
};

/** What a timeline tells. */
export type RequestEventKind =
  "submitted" | "accepted" | "partlyAccepted" | "refused" | "withdrawn";

export type LineState = "pending" | "accepted" | "refused" | "withdrawn";
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
 * family withdrew count only when nothing else is left: what remained was accepted or refused.
 */
export function stateOfLines(states: readonly LineState[]): ServiceRequestState {
  if (states.includes("pending")) return "pending";
  const accepted = states.includes("accepted");
  const refused = states.includes("refused");
  if (accepted) return refused ? "partlyAccepted" : "accepted";
  return refused ? "refused" : "withdrawn";
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

/** What a request is about where it is of no activity: by the démarche's slug. */
const subjectOfDemarche: Readonly<Record<string, string>> = { autorisations: "Autorisations" };

export function requestSubject(demarche: string, activityLabel: string | null): string {
  return activityLabel ?? subjectOfDemarche[demarche] ?? demarche;
}
