import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { prisma } from "@/lib/db";
import { done, type Result } from "@/lib/domain/result";
import type { FilesRefused } from "./check-file";
import {
  keepDocument,
  payloadOf,
  writeDocument,
  type KeepingRefusal,
  type SentDocument,
} from "./keep-document";
import { readTarget, type TargetRefusal } from "./read-target";

/** What an agent was handed on paper, with the family that it is for. */
export interface DocumentToAdd extends Omit<SentDocument, "requestNumber"> {
  readonly familyId: number;
}

/** Adds a document on behalf of a family: accepted at once, without a request. */
export async function addSupportingDocument(
  ctx: ActionContext<Authorized<"change-families">>,
  asked: DocumentToAdd,
): Promise<
  Result<{ documentId: string }, TargetRefusal | KeepingRefusal | "key-reused"> | FilesRefused
> {
  const { accountId } = ctx.proof;
  const input = { ...asked, requestNumber: null };
  const { familyId, idempotencyKey: key } = input;
  const who = { moment: ctx.moment, isAgent: true };
  const target = await readTarget(prisma, familyId, input, who);
  if (!target.ok) return target;
  return keepDocument(accountId, input.files, (document) =>
    commit<{ documentId: string }, TargetRefusal>(
      { accountId, now: ctx.now, idempotency: { key, payload: payloadOf(input) } },
      async (tx) => {
        const found = await readTarget(tx, familyId, input, who);
        if (!found.ok) return found;
        await writeDocument(tx, document, {
          claim: input,
          target: found.value,
          familyId,
          accountId,
          requestId: null,
          state: "accepted",
          now: ctx.now,
        });
        return done({
          value: { documentId: document.id },
          events: [
            {
              kind: "supporting-document-added",
              familyId,
              subject: `document ${document.id}`,
              data: { type: found.value.type.id, files: document.files.length },
            },
          ],
        });
      },
    ),
  );
}
