import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/commit";
import { dayToDate, instantToDate } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";
import { refused, type Result } from "@/lib/domain/result";
import { mostFiles } from "@/lib/domain/supporting-document";
import { mayTry } from "@/lib/services/operational/throttles";
import { checkFiles, type FilesRefused, type SentFile } from "./check-file";
import { dropFiles, putFiles, sha256, writeFileRows, type PutFile } from "./keep-files";
import type { DocumentClaim, DocumentTarget } from "./read-target";

/** What was sent of a document. */
export interface SentDocument extends DocumentClaim {
  readonly files: readonly SentFile[];
  readonly idempotencyKey: string;
}

/** A document about to be written: its files stand in the storage. */
export interface DocumentToWrite {
  readonly id: string;
  readonly files: readonly PutFile[];
}

export type KeepingRefusal = "file-missing" | "too-many-files" | "too-many-attempts";

/**
 * Checks the files, seals them and puts them in the storage, then has the rows written; where that is
 * refused, or was done by an earlier sending of the same key, what was put is taken back. Where it
 * throws nobody knows whether the rows are there: the daily clean-up will.
 */
export async function keepDocument<V extends { documentId: string }, R extends string>(
  accountId: string,
  sent: readonly SentFile[],
  write: (document: DocumentToWrite) => Promise<Result<V, R>>,
): Promise<Result<V, R | KeepingRefusal> | FilesRefused> {
  if (sent.length === 0) return refused("file-missing");
  if (sent.length > mostFiles) return refused("too-many-files");
  if (!(await mayTry("uploadAccount", accountId))) return refused("too-many-attempts");
  const checked = await checkFiles(accountId, sent);
  if (!checked.ok) return checked;
  const document = { id: randomUUID(), files: await putFiles(checked.value) };
  const outcome = await write(document);
  if (!outcome.ok || outcome.value.documentId !== document.id) await dropFiles(document.files);
  return outcome;
}

/** What a key stands for: the same files of the same kind about the same person. */
export function payloadOf({ files, idempotencyKey: _, ...claim }: SentDocument) {
  return { ...claim, files: files.map(({ content }) => sha256(content)) };
}

/** The rows of a document and of its files. */
export async function writeDocument(
  tx: Tx,
  { id, files }: DocumentToWrite,
  filing: {
    readonly claim: DocumentClaim;
    readonly target: DocumentTarget;
    readonly familyId: number;
    readonly accountId: string;
    readonly requestId: string | null;
    readonly state: "pending" | "accepted";
    readonly now: Instant;
  },
): Promise<void> {
  const { claim, target, familyId, accountId, requestId, state } = filing;
  const at = instantToDate(filing.now);
  await tx.supportingDocument.create({
    data: {
      id,
      typeId: claim.typeId,
      familyId,
      childId: claim.childId,
      guardianId: claim.guardianId,
      requestId,
      accountId,
      state,
      validUntil: target.validUntil && dayToDate(target.validUntil),
      filedAt: at,
      decidedAt: state === "accepted" ? at : null,
    },
    select: { id: true },
  });
  await writeFileRows(tx, id, files, filing.now);
}
