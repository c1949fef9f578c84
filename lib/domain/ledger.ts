import type { ReservationState } from "@/lib/domain/booking/context";
import type { LineDecision } from "@/lib/domain/service-request";

/** Why a family owes something that it did not owe before. */
type ChargeCause =
  /** A place was taken or asked for, at the price that was announced. */
  | "booked"
  /** A place that was held without a price got one: a publication, a quotient, a category. */
  | "priced"
  /** A day that had closed is open again, as if it had never closed. */
  | "reopened"
  /** The first day of an inscription whose activity has a fee that is charged once. */
  | "feeDue"
  | RepricingCause;

/** What gives a place, or a fee, another price than the one that it had. */
export type RepricingCause =
  /** Another version is in force on its day. */
  | "newTariff"
  /** The family's means on its day are others, or were mistyped. */
  | "newQuotient"
  /** The family pays for the child by another category. */
  | "newCategory";

/** Why what was written before is taken back. */
type ReversalCause =
  /** The family gave the place back, in time. */
  | "cancelled"
  /** The family took back what was waiting. */
  | "withdrawn"
  | "additionRefused"
  | "removalAccepted"
  /** The service closed the day. */
  | "closed"
  /** The service ended the inscription before that day. */
  | "inscriptionEnded"
  /** The last day of the inscription went, and its fee with it. */
  | "feeEnded"
  /** Another price stands for the same place, or fee, from now on. */
  | "priceReplaced";

/** Mirrored by LedgerCause in the database. */
export type LedgerCause = ChargeCause | ReversalCause;

/** Why a change that the family sends moves the ledger; a change of state only moves nothing. */
export function causeOfSending(from: ReservationState | "free"): LedgerCause {
  switch (from) {
    case "free":
      return "booked";
    case "reserved":
      return "cancelled";
    case "pending":
    case "removalPending":
      return "withdrawn";
  }
}

/** Why an answer, or the family's own withdrawal, takes back a place that waited. */
export function causeOfDecision(decision: LineDecision): LedgerCause {
  switch (decision) {
    case "accept":
      return "removalAccepted";
    case "refuse":
      return "additionRefused";
    case "withdraw":
      return "withdrawn";
  }
}
