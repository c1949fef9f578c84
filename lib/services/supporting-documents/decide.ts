import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type EmailMessage, type Tx } from "@/lib/commit";
import { dayToDate } from "@/lib/db";
import { dayOf, type Day } from "@/lib/domain/day";
import { formatDay, plural } from "@/lib/domain/day-words";
import { done, refused, type Result } from "@/lib/domain/result";
import { filingDecided } from "@/lib/emails/filing";
import { Prisma } from "@/lib/generated/prisma/client";
import {
  filingMessage,
  lockFiling,
  settleFiling,
  type LockedFiling,
} from "@/lib/services/service-requests/filing";
import { markDocuments, readLockedDocuments, type LockedDocument } from "./locked-documents";

export interface DocumentDecision {
  readonly number: number;
  readonly decision: "accept" | "refuse";
  /** The documents decided on, with their last day as the agent read it; null: no limit. */
  readonly documents: readonly { readonly id: string; readonly validUntil: Day | null }[];
  /** Needed to refuse: the family reads it. */
  readonly reason: string | null;
  readonly idempotencyKey: string;
}

export type DocumentDecisionRefusal =
  | "not-found"
  | "already-decided"
  | "request-changed"
  | "document-date-missing"
  | "document-date-past";

/**
 * An agent's decision on waiting documents of a request: accepted, with the last day that the agent
 * read on them, or refused with a reason. Of two agents one decides, the other is told.
 */
export async function decideDocuments(
  ctx: ActionContext<Authorized<"decide-files">>,
  { idempotencyKey: key, ...input }: DocumentDecision,
): Promise<Result<{ count: number; left: number }, DocumentDecisionRefusal | "key-reused">> {
  const { accountId } = ctx.proof;
  return commit({ accountId, now: ctx.now, idempotency: { key, payload: input } }, async (tx) => {
    const filing = await lockFiling(
      tx,
      Prisma.sql`q.number = ${input.number} AND q.kind = 'supportingDocuments'`,
    );
    if (!filing) return refused("not-found");
    if (filing.state !== "pending") return refused("already-decided");
    const all = await readLockedDocuments(tx, filing.id);
    const chosen = chosenDocuments(all, input);
    if (!chosen) return refused("request-changed");
    const wrongDate = input.decision === "accept" && wrongDateOf(chosen, dayOf(ctx.moment));
    if (wrongDate) return refused(wrongDate);
    if (input.decision === "accept") await writeLastDays(tx, chosen);
    const states = await markDocuments(
      tx,
      all,
      chosen.map(({ document }) => document),
      input.decision,
      ctx.now,
    );
    const state = await settleFiling(tx, filing, states, {
      decision: input.decision,
      actorName: `${ctx.actor.firstName} ${ctx.actor.lastName}`,
      accountId,
      message: input.reason,
      now: ctx.now,
    });
    const left = states.filter((one) => one === "pending").length;
    return done({
      value: { count: chosen.length, left },
      events: [
        {
          kind: input.decision === "accept" ? "request-accepted" : "request-refused",
          familyId: filing.familyId,
          subject: `request ${filing.number}`,
          data: { state, message: input.reason, documents: chosen.map(journalOf) },
        },
      ],
      emails: [emailOf(filing, chosen, { ...input, state, left })],
    });
  });
}

interface Chosen {
  readonly document: LockedDocument;
  readonly validUntil: Day | null;
}

/** The documents that the agent chose, or null where one of them no longer waits. */
function chosenDocuments(
  all: readonly LockedDocument[],
  { documents }: Pick<DocumentDecision, "documents">,
): Chosen[] | null {
  const chosen = documents.flatMap(({ id, validUntil }) => {
    const document = all.find((one) => one.id === id && one.state === "pending");
    return document ? [{ document, validUntil }] : [];
  });
  const ids = new Set(documents.map(({ id }) => id));
  return chosen.length > 0 && chosen.length === ids.size ? chosen : null;
}

function wrongDateOf(chosen: readonly Chosen[], today: Day) {
  const needsDate = ({ document, validUntil }: Chosen) =>
    document.validity !== "forever" && validUntil === null;
  if (chosen.some(needsDate)) return "document-date-missing";
  const isPast = ({ validUntil }: Chosen) => validUntil !== null && validUntil < today;
  return chosen.some(isPast) ? "document-date-past" : null;
}

async function writeLastDays(tx: Tx, chosen: readonly Chosen[]): Promise<void> {
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
function journalOf({ document, validUntil }: Chosen) {
  return { id: document.id, was: document.validUntil, now: validUntil };
}

function emailOf(
  filing: LockedFiling,
  chosen: readonly Chosen[],
  outcome: Pick<DocumentDecision, "decision" | "reason"> & {
    state: LockedFiling["state"];
    left: number;
  },
): EmailMessage {
  const isAccepted = outcome.decision === "accept";
  const count = chosen.length;
  return filingDecided({
    ...filingMessage(filing, outcome.state),
    verdict: isAccepted
      ? plural(count, "justificatif accepté", "justificatifs acceptés")
      : plural(count, "justificatif refusé", "justificatifs refusés"),
    left:
      outcome.left > 0
        ? plural(outcome.left, "justificatif reste à examiner", "justificatifs restent à examiner")
        : null,
    lines: chosen.map(({ document, validUntil }) =>
      isAccepted && validUntil
        ? `${document.label}, valable jusqu’au ${formatDay(validUntil, "dateMedium")}`
        : document.label,
    ),
    reason: outcome.reason,
  });
}
