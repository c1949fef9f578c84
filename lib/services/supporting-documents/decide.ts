import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import type { EmailMessage } from "@/lib/commit";
import type { Day } from "@/lib/domain/day";
import { formatDay, plural } from "@/lib/domain/day-words";
import { done, refused, type Result } from "@/lib/domain/result";
import { filingDecided } from "@/lib/emails/filing";
import { Prisma } from "@/lib/generated/prisma/client";
import { decide, type Decided } from "@/lib/services/service-requests/decide";
import { filingMessage } from "@/lib/services/service-requests/filing";
import type { Answer, DecidedKind, Outcome } from "@/lib/services/service-requests/settling";
import { settledDocuments, type ChosenDocument, type LockedDocuments } from "./settle";

export interface DocumentDecision extends Answer {
  /** The documents decided on, with their last day as the agent read it; null: no limit. */
  readonly documents: readonly { readonly id: string; readonly validUntil: Day | null }[];
}

type WrongChoice = "request-changed" | "document-date-missing" | "document-date-past";

const deciding: DecidedKind<
  Authorized<"decide-files">,
  LockedDocuments,
  DocumentDecision,
  ChosenDocument,
  WrongChoice
> = {
  ...settledDocuments,
  // Those who decide on documents see the whole town.
  reach: () => Prisma.sql`TRUE`,
  choose: ({ lines }, { decision, documents }, today) => {
    const chosen = documents.flatMap(({ id, validUntil }) => {
      const document = lines.find((one) => one.id === id && one.state === "pending");
      return document ? [{ document, validUntil }] : [];
    });
    const ids = new Set(documents.map(({ id }) => id));
    if (chosen.length === 0 || chosen.length !== ids.size) return refused("request-changed");
    const wrongDate = decision === "accept" && wrongDateOf(chosen, today);
    return wrongDate ? refused(wrongDate) : done(chosen);
  },
  email: emailOf,
};

/**
 * An agent's decision on waiting documents of a request: accepted, with the last day that the agent
 * read on them, or refused with a reason.
 */
export function decideDocuments(
  ctx: ActionContext<Authorized<"decide-files">>,
  input: DocumentDecision,
): Promise<Result<Decided, WrongChoice | "not-found" | "already-decided" | "key-reused">> {
  return decide(deciding, ctx, input);
}

function wrongDateOf(chosen: readonly ChosenDocument[], today: Day) {
  const needsDate = ({ document, validUntil }: ChosenDocument) =>
    document.validity !== "forever" && validUntil === null;
  if (chosen.some(needsDate)) return "document-date-missing";
  const isPast = ({ validUntil }: ChosenDocument) => validUntil !== null && validUntil < today;
  return chosen.some(isPast) ? "document-date-past" : null;
}

function emailOf(
  filing: LockedDocuments,
  chosen: readonly ChosenDocument[],
  outcome: Outcome,
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
