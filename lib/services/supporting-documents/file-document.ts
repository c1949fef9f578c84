import "server-only";
import { randomUUID } from "node:crypto";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { commit, type Committed, type EmailMessage } from "@/lib/commit";
import { prisma } from "@/lib/db";
import { done, type Result } from "@/lib/domain/result";
import { supportingDocumentFiled } from "@/lib/emails/supporting-document-filed";
import { submissionBy } from "@/lib/commit/filing";
import { requestUrl } from "@/lib/urls";
import { town } from "@/town/town";
import type { FilesRefused } from "./check-file";
import {
  keepDocument,
  payloadOf,
  writeDocument,
  type DocumentToWrite,
  type KeepingRefusal,
  type SentDocument,
} from "./keep-document";
import { joinDocument, type JoiningRefusal } from "./join-document";
import { readTarget, type DocumentTarget, type TargetRefusal } from "./read-target";

export interface DocumentFiled {
  readonly documentId: string;
  /** Of the request that filed it, or that it was joined to. */
  readonly number: number;
  /** Taken without an agent, as the town sets it. */
  readonly accepted: boolean;
}

type Ctx = ActionContext<AuthorizedFamily>;
type FilingRefusal = TargetRefusal | "key-reused";

/**
 * Files a document of the family as a numbered request, or joins it to one past its cut-off. A repeat with the same key gets the first
 * answer and keeps nothing more. Refused before the files are unpacked where the kind or the person is
 * not the family's to give.
 */
export async function fileDocument(
  ctx: Ctx,
  input: SentDocument,
): Promise<Result<DocumentFiled, FilingRefusal | JoiningRefusal | KeepingRefusal> | FilesRefused> {
  const target = await readTarget(prisma, ctx.proof.familyId, input, {
    moment: ctx.moment,
    isAgent: false,
  });
  if (!target.ok) return target;
  return keepDocument<DocumentFiled, FilingRefusal | JoiningRefusal>(
    ctx.proof.accountId,
    input.files,
    (document) =>
      input.requestNumber === null
        ? writeFiling(ctx, input, document)
        : joinDocument(ctx, { ...input, requestNumber: input.requestNumber }, document),
  );
}

function writeFiling(
  ctx: Ctx,
  input: SentDocument,
  document: DocumentToWrite,
): Promise<Result<DocumentFiled, FilingRefusal>> {
  const { accountId, familyId } = ctx.proof;
  const idempotency = { key: input.idempotencyKey, payload: payloadOf(input) };
  return commit<DocumentFiled, TargetRefusal>(
    { accountId, now: ctx.now, idempotency },
    async (tx) => {
      const found = await readTarget(tx, familyId, input, { moment: ctx.moment, isAgent: false });
      if (!found.ok) return found;
      const target = found.value;
      const state = target.type.processing === "automatic" ? "accepted" : "pending";
      const requestId = randomUUID();
      const filing = { claim: input, target, familyId, accountId, requestId, state, now: ctx.now };
      await writeDocument(tx, document, { ...filing, state });
      const { childId, guardianId } = input;
      const about = { childId, ...(guardianId !== null && { guardianId }) };
      const requests = [{ id: requestId, ...about, state, booking: null }] as const;
      return done({
        submissions: [submissionBy(ctx, { kind: "supportingDocuments", requests })],
        leaves: ([number]) => leftBy(ctx, target, document, { number, state }),
      });
    },
  );
}

/** The answer, the event and the e-mail, once the number is known. */
function leftBy(
  ctx: Ctx,
  target: DocumentTarget,
  { id, files }: DocumentToWrite,
  { number, state }: { number: number; state: "accepted" | "pending" },
): Committed<DocumentFiled> {
  const value = { documentId: id, number, accepted: state === "accepted" };
  return {
    value,
    events: [
      {
        kind: "supporting-document-filed",
        familyId: ctx.proof.familyId,
        subject: `request ${number}`,
        data: { document: id, type: target.type.id, files: files.length, state },
      },
    ],
    emails: [emailOf(ctx, target, value, files.length)],
  };
}

function emailOf(
  ctx: Ctx,
  { type, aboutName, validUntil }: DocumentTarget,
  { number, accepted }: DocumentFiled,
  files: number,
): EmailMessage {
  return supportingDocumentFiled({
    to: ctx.actor.email,
    replyTo: town.department.email,
    firstName: ctx.actor.firstName,
    at: ctx.moment,
    number,
    label: type.label,
    aboutName,
    validUntil,
    files,
    accepted,
    url: requestUrl(number),
    town: town.mail.senderName,
  });
}
