import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import type { EmailMessage, Tx } from "@/lib/commit";
import { listInWords } from "@/lib/domain/day-words";
import { familyFields, type FamilyField } from "@/lib/domain/family-file";
import type { ServiceRequestState } from "@/lib/domain/service-request";
import { familyFileTakenBack, type FamilyFileTakenBack } from "@/lib/emails/family-file-taken-back";
import { Prisma } from "@/lib/generated/prisma/client";
import {
  filingMessage,
  lockFiling,
  settleFiling,
  type LockedFiling,
} from "@/lib/services/service-requests/filing";
import { markFileChanges, readLockedFileChanges } from "./decide";
import type { FileField } from "./file-field";

const labels = (fields: readonly FamilyField[]) => fields.map((field) => familyFields[field].label);

/**
 * Takes lines of a locked request back, for the family; `replacedBy` is the request that asks anew.
 * Returns the request's state, and what the e-mail to who had sent it says.
 */
export async function takeLinesBack(
  tx: Tx,
  ctx: ActionContext<AuthorizedFamily>,
  filing: LockedFiling,
  { fields, replacedBy }: { fields: readonly FamilyField[]; replacedBy: number | null },
): Promise<{ state: ServiceRequestState; message: FamilyFileTakenBack }> {
  const all = await readLockedFileChanges(tx, filing.id);
  const lines = all.filter(({ field, state }) => state === "pending" && fields.includes(field));
  const states = await markFileChanges(tx, filing.id, all, lines, "withdraw");
  const by = `${ctx.actor.firstName} ${ctx.actor.lastName}`;
  const what = listInWords(labels(fields));
  const state = await settleFiling(tx, filing, states, {
    decision: "withdraw",
    actorName: by,
    accountId: ctx.proof.accountId,
    message:
      replacedBy === null
        ? `Retiré par la famille\u00a0: ${what}.`
        : `Remplacé par la demande n°\u00a0${replacedBy}\u00a0: ${what}.`,
    now: ctx.now,
  });
  const message = { ...filingMessage(filing, state), by, replacedBy, lines: labels(fields) };
  return { state, message };
}

/** What older requests still asked about these fields, by request. */
export interface OlderRequest {
  readonly id: string;
  readonly number: number;
  readonly fields: readonly FamilyField[];
}

export function olderRequests(
  states: readonly FileField[],
  superseded: readonly FamilyField[],
): OlderRequest[] {
  const found = new Map<string, { id: string; number: number; fields: FamilyField[] }>();
  for (const { field, pending } of states) {
    if (!pending || !superseded.includes(field)) continue;
    const { requestId: id, requestNumber: number } = pending;
    const one = found.get(id) ?? { id, number, fields: [] };
    one.fields.push(field);
    found.set(id, one);
  }
  return [...found.values()];
}

/**
 * Takes back what older requests asked about fields that have just been asked anew (`filed`), or that
 * nobody wants changed any longer. Returns the e-mails to those of them who are somebody else.
 */
export async function supersede(
  tx: Tx,
  ctx: ActionContext<AuthorizedFamily>,
  older: readonly OlderRequest[],
  filed: { readonly number: number; readonly fields: readonly FamilyField[] } | null,
): Promise<EmailMessage[]> {
  const emails: EmailMessage[] = [];
  for (const { id, fields } of older) {
    const anew = fields.filter((field) => filed?.fields.includes(field));
    const dropped = fields.filter((field) => !anew.includes(field));
    for (const [part, replacedBy] of [
      [anew, filed?.number ?? null],
      [dropped, null],
    ] as const) {
      const filing = part.length > 0 && (await lockFiling(tx, Prisma.sql`q.id = ${id}::uuid`));
      if (!filing) continue;
      const { message } = await takeLinesBack(tx, ctx, filing, { fields: part, replacedBy });
      if (filing.senderId !== ctx.proof.accountId) emails.push(familyFileTakenBack(message));
    }
  }
  return emails;
}
