import "server-only";
import { randomUUID } from "node:crypto";
import type { BookingContext, BookingInscription } from "@/lib/domain/booking/context";
import type { PlannedChange } from "@/lib/domain/booking/plan";
import { maxDay, minDay, type Day } from "@/lib/domain/day";
import {
  initialLineState,
  stateOfLines,
  type ServiceRequestState,
} from "@/lib/domain/service-request";
import type { RequestToFile } from "@/lib/commit/filing";
import type { InscriptionChanges } from "./recap";

/** A request about to be filed: all but its number. */
export interface PreparedRequest {
  readonly id: string;
  readonly inscription: BookingInscription;
  readonly childName: string;
  readonly changes: readonly PlannedChange[];
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly additions: number;
  readonly removals: number;
  readonly state: ServiceRequestState;
  /** The family's reason, of what is asked past its cut-off; null for what is asked in time. */
  readonly lateReason: string | null;
}

/** One request per child and inscription, with the state that it has at once. */
export function preparedRequest(
  context: BookingContext,
  { inscription, changes }: Omit<InscriptionChanges, "impossible">,
  lateReason: string | null = null,
): PreparedRequest {
  const days = changes.map(({ cell }) => cell.day);
  const additions = changes.filter(({ change }) => change === "add").length;
  return {
    id: randomUUID(),
    inscription,
    childName: context.children.find(({ id }) => id === inscription.childId)?.firstName ?? "",
    changes,
    firstDay: days.reduce(minDay),
    lastDay: days.reduce(maxDay),
    additions,
    removals: changes.length - additions,
    state: stateOfLines(changes.map(initialLineState)),
    lateReason,
  };
}

/** The same, as it is filed. */
export function toFile({ id, inscription, state, ...rest }: PreparedRequest): RequestToFile {
  const { firstDay, lastDay, additions, removals, lateReason } = rest;
  return {
    id,
    childId: inscription.childId,
    state,
    booking: {
      inscriptionId: inscription.id,
      activityId: inscription.activityId,
      firstDay,
      lastDay,
      additions,
      removals,
      lateReason,
    },
  };
}

/** Its days and units in words' parts, for an e-mail. */
export function placesOf({
  inscription,
  changes,
}: PreparedRequest): { day: Day; unitLabel: string }[] {
  return changes.map(({ cell }) => ({
    day: cell.day,
    unitLabel: inscription.units.find(({ id }) => id === cell.unitId)?.label ?? "",
  }));
}
