import "server-only";
import type { Tx } from "@/lib/commit";
import { dateToDay, instantToDate } from "@/lib/db";
import type { Day, Instant } from "@/lib/domain/day";
import { lineStateAfter, type LineDecision, type LineState } from "@/lib/domain/service-request";
import type { DocumentValidity } from "@/lib/domain/supporting-document";

/** A document of a request, under its lock. */
export interface LockedDocument {
  readonly id: string;
  readonly label: string;
  readonly state: LineState;
  readonly validity: DocumentValidity;
  readonly validUntil: Day | null;
}

/** Every document of a request that is locked. One statement. */
export async function readLockedDocuments(tx: Tx, requestId: string): Promise<LockedDocument[]> {
  const rows = await tx.supportingDocument.findMany({
    where: { requestId },
    select: {
      id: true,
      state: true,
      validUntil: true,
      type: { select: { label: true, validity: true } },
    },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, state, validUntil, type }) => ({
    ...type,
    id,
    state,
    validUntil: validUntil && dateToDay(validUntil),
  }));
}

/** Settles documents; gives the states of all that the request has. One statement. */
export async function markDocuments(
  tx: Tx,
  all: readonly LockedDocument[],
  chosen: readonly LockedDocument[],
  decision: LineDecision,
  now: Instant,
): Promise<LineState[]> {
  const state = lineStateAfter[decision];
  await tx.supportingDocument.updateMany({
    where: { id: { in: chosen.map(({ id }) => id) } },
    data: { state, decidedAt: instantToDate(now) },
  });
  return all.map((document) => (chosen.includes(document) ? state : document.state));
}
