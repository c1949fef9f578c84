import "server-only";
import type { Tx } from "@/lib/commit";
import { dayToDate } from "@/lib/db";
import type { Day } from "@/lib/domain/day";
import { Prisma } from "@/lib/generated/prisma/client";
import {
  lockFiling,
  settleFiling,
  type LockedFiling,
} from "@/lib/services/service-requests/filing";
import type { SettledKind } from "@/lib/services/service-requests/settling";
import { markDocuments, readLockedDocuments, type LockedDocument } from "./locked-documents";

/** A request about documents, read under its lock. */
export type LockedDocuments = LockedFiling & { readonly lines: readonly LockedDocument[] };

/** A document to settle, with its last day as who settles it read it; null: no limit. */
export interface ChosenDocument {
  readonly document: LockedDocument;
  readonly validUntil: Day | null;
}

/**
 * How documents are locked, settled and journaled. Of those that are taken back the files' rows go at
 * once, what they held goes with the daily clean-up.
 */
export const settledDocuments: SettledKind<LockedDocuments, ChosenDocument> = {
  lock: async (tx, chosen) => {
    const filing = await lockFiling(tx, Prisma.sql`${chosen} AND q.kind = 'supportingDocuments'`);
    return filing && { ...filing, lines: await readLockedDocuments(tx, filing.id) };
  },
  settle: async (tx, request, chosen, settling) => {
    const { decision, now } = settling;
    const its = chosen.map(({ document }) => document);
    if (decision === "accept") await writeLastDays(tx, chosen);
    const states = await markDocuments(tx, request.lines, its, decision, now);
    if (decision === "withdraw") {
      const ids = its.map(({ id }) => id);
      await tx.storedFile.deleteMany({ where: { documentId: { in: ids } } });
    }
    return settleFiling(tx, request, states, settling);
  },
  journal: (chosen) => ({ documents: chosen.map(journalOf) }),
};

async function writeLastDays(tx: Tx, chosen: readonly ChosenDocument[]): Promise<void> {
  for (const { document, validUntil } of chosen) {
    if (document.validUntil === validUntil) continue;
    await tx.supportingDocument.update({
      where: { id: document.id },
      data: { validUntil: validUntil && dayToDate(validUntil) },
      select: { id: true },
    });
  }
}

/** For the journal: a corrected date stands beside the one that was there. */
function journalOf({ document, validUntil }: ChosenDocument) {
  return { id: document.id, was: document.validUntil, now: validUntil };
}
