import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import type { EmailMessage, Tx } from "@/lib/commit";
import { listInWords } from "@/lib/domain/day-words";
import { familyFields, type FamilyField } from "@/lib/domain/family-file";
import { familyFileTakenBack, type FamilyFileTakenBack } from "@/lib/emails/family-file-taken-back";
import { Prisma } from "@/lib/generated/prisma/client";
import { filingMessage } from "@/lib/services/service-requests/filing";
import type { FileField } from "./file-field";
import { settledFile, type LockedFile } from "./settle";

const labels = (fields: readonly FamilyField[]) => fields.map((field) => familyFields[field].label);

/** What the timeline says of lines that are taken back; `replacedBy` is the request that asks anew. */
export function takenBackInWords(
  fields: readonly FamilyField[],
  replacedBy: number | null,
): string {
  const what = listInWords(labels(fields));
  return replacedBy === null
    ? `Retiré par la famille\u00a0: ${what}.`
    : `Remplacé par la demande n°\u00a0${replacedBy}\u00a0: ${what}.`;
}

/** What the e-mail about it says, besides whom it goes to. */
export function takenBackMessage(
  filing: LockedFile,
  fields: readonly FamilyField[],
  { state, by, replacedBy }: Pick<FamilyFileTakenBack, "state" | "by" | "replacedBy">,
): FamilyFileTakenBack {
  return { ...filingMessage(filing, state), by, replacedBy, lines: labels(fields) };
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
  const by = `${ctx.actor.firstName} ${ctx.actor.lastName}`;
  for (const { id, fields } of older) {
    const anew = fields.filter((field) => filed?.fields.includes(field));
    const dropped = fields.filter((field) => !anew.includes(field));
    for (const [part, replacedBy] of [
      [anew, filed?.number ?? null],
      [dropped, null],
    ] as const) {
      const filing =
        part.length > 0 && (await settledFile.lock(tx, Prisma.sql`q.id = ${id}::uuid`));
      if (!filing) continue;
      const lines = filing.lines.filter(
        ({ field, state }) => state === "pending" && part.includes(field),
      );
      const state = await settledFile.settle(tx, filing, lines, {
        decision: "withdraw",
        actorName: by,
        accountId: ctx.proof.accountId,
        message: takenBackInWords(part, replacedBy),
        now: ctx.now,
      });
      if (filing.senderId === ctx.proof.accountId) continue;
      emails.push(familyFileTakenBack(takenBackMessage(filing, part, { state, by, replacedBy })));
    }
  }
  return emails;
}
