import "server-only";
import type { Tx } from "@/lib/commit";
import type { FamilyField } from "@/lib/domain/family-file";
import { lineStateAfter, type LineDecision, type LineState } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";
import {
  lockFiling,
  settleFiling,
  type LockedFiling,
} from "@/lib/services/service-requests/filing";
import type { SettledKind } from "@/lib/services/service-requests/settling";
import { applyFileChanges } from "./apply";

/** A line of a request about the file, under its lock. */
export interface LockedFileChange {
  readonly field: FamilyField;
  readonly was: string | null;
  readonly now: string | null;
  /** Of health only. */
  readonly sealed: Uint8Array | null;
  readonly state: LineState;
}

/** A request about the file, read under its lock. */
export type LockedFile = LockedFiling & { readonly lines: readonly LockedFileChange[] };

/** How lines of the file are locked, settled and journaled: what is accepted takes effect at once. */
export const settledFile: SettledKind<LockedFile, LockedFileChange> = {
  lock: async (tx, chosen) => {
    const filing = await lockFiling(tx, Prisma.sql`${chosen} AND q.kind = 'familyFile'`);
    return filing && { ...filing, lines: await readLockedFileChanges(tx, filing.id) };
  },
  settle: async (tx, request, lines, settling) => {
    if (settling.decision === "accept") await applyFileChanges(tx, request, lines, settling.now);
    const { id, lines: all } = request;
    const states = await markFileChanges(tx, id, all, lines, settling.decision);
    return settleFiling(tx, request, states, settling);
  },
  journal: (lines) => ({ fields: lines.map(({ field }) => field) }),
};

/** Every line of a request that is locked. One statement. */
async function readLockedFileChanges(tx: Tx, requestId: string): Promise<LockedFileChange[]> {
  return tx.familyFileChange.findMany({
    where: { requestId },
    select: { field: true, was: true, now: true, sealed: true, state: true },
    orderBy: { field: "asc" },
  });
}

/** Settles lines; gives the states of all that the request has. One statement. */
async function markFileChanges(
  tx: Tx,
  requestId: string,
  all: readonly LockedFileChange[],
  lines: readonly LockedFileChange[],
  decision: LineDecision,
): Promise<LineState[]> {
  const state = lineStateAfter[decision];
  await tx.familyFileChange.updateMany({
    where: { requestId, field: { in: lines.map(({ field }) => field) } },
    data: { state },
  });
  return all.map((line) => (lines.includes(line) ? state : line.state));
}
