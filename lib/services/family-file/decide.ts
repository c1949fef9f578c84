import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type EmailMessage, type Tx } from "@/lib/commit";
import { plural } from "@/lib/domain/day-words";
import { familyFields, type FamilyField } from "@/lib/domain/family-file";
import { fileChangeInWords } from "@/lib/domain/family-file-words";
import { done, refused, type Result } from "@/lib/domain/result";
import { lineStateAfter, type LineDecision, type LineState } from "@/lib/domain/service-request";
import { filingDecided } from "@/lib/emails/filing";
import { Prisma } from "@/lib/generated/prisma/client";
import {
  filingMessage,
  lockFiling,
  settleFiling,
  type LockedFiling,
} from "@/lib/services/service-requests/filing";
import { applyFileChanges } from "./apply";

export interface FileDecision {
  readonly number: number;
  readonly decision: "accept" | "refuse";
  /** The lines decided on. */
  readonly fields: readonly FamilyField[];
  /** Needed to refuse: the family reads it. */
  readonly reason: string | null;
  readonly idempotencyKey: string;
}

export type FileDecisionRefusal = "not-found" | "already-decided" | "request-changed";

/** A line of a request about the file, under its lock. */
export interface LockedFileChange {
  readonly field: FamilyField;
  readonly was: string | null;
  readonly now: string | null;
  /** Of health only. */
  readonly sealed: Uint8Array | null;
  readonly state: LineState;
}

/**
 * An agent's decision on waiting lines of a request about the file: what is accepted takes effect at
 * once. Under the lock of whom it is about: of two agents one decides, the other is told.
 */
export async function decideFileChanges(
  ctx: ActionContext<Authorized<"decide-files">>,
  { idempotencyKey: key, ...input }: FileDecision,
): Promise<Result<{ count: number; left: number }, FileDecisionRefusal | "key-reused">> {
  const { accountId } = ctx.proof;
  return commit({ accountId, now: ctx.now, idempotency: { key, payload: input } }, async (tx) => {
    const filing = await lockFiling(
      tx,
      Prisma.sql`q.number = ${input.number} AND q.kind = 'familyFile'`,
    );
    if (!filing) return refused("not-found");
    if (filing.state !== "pending") return refused("already-decided");
    const all = await readLockedFileChanges(tx, filing.id);
    const lines = all.filter(
      ({ field, state }) => state === "pending" && input.fields.includes(field),
    );
    if (lines.length === 0 || lines.length !== new Set(input.fields).size)
      return refused("request-changed");
    if (input.decision === "accept") await applyFileChanges(tx, filing, lines, ctx.now);
    const states = await markFileChanges(tx, filing.id, all, lines, input.decision);
    const state = await settleFiling(tx, filing, states, {
      decision: input.decision,
      actorName: `${ctx.actor.firstName} ${ctx.actor.lastName}`,
      accountId,
      message: input.reason,
      now: ctx.now,
    });
    const left = states.filter((one) => one === "pending").length;
    return done({
      value: { count: lines.length, left },
      events: [
        {
          kind: input.decision === "accept" ? "request-accepted" : "request-refused",
          familyId: filing.familyId,
          subject: `request ${filing.number}`,
          data: { state, message: input.reason, fields: lines.map(({ field }) => field) },
        },
      ],
      emails: [emailOf(filing, lines, { ...input, state, left })],
    });
  });
}

/** Every line of a request that is locked. One statement. */
export async function readLockedFileChanges(
  tx: Tx,
  requestId: string,
): Promise<LockedFileChange[]> {
  return tx.familyFileChange.findMany({
    where: { requestId },
    select: { field: true, was: true, now: true, sealed: true, state: true },
    orderBy: { field: "asc" },
  });
}

/** Settles lines; gives the states of all that the request has. One statement. */
export async function markFileChanges(
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

function emailOf(
  filing: LockedFiling,
  lines: readonly LockedFileChange[],
  outcome: Pick<FileDecision, "decision" | "reason"> & {
    state: LockedFiling["state"];
    left: number;
  },
): EmailMessage {
  const count = lines.length;
  return filingDecided({
    ...filingMessage(filing, outcome.state),
    verdict:
      outcome.decision === "accept"
        ? plural(count, "information acceptée", "informations acceptées")
        : plural(count, "information refusée", "informations refusées"),
    left:
      outcome.left > 0
        ? plural(outcome.left, "information reste à examiner", "informations restent à examiner")
        : null,
    lines: lines.map((line) => fileChangeInWords(line.field, readable(filing, line))),
    reason: outcome.reason,
  });
}

/** Health is never written in an e-mail, nor what the sender may no longer see. */
function readable({ mayRead }: LockedFiling, line: LockedFileChange) {
  return mayRead && !familyFields[line.field].isHealth ? line : null;
}
