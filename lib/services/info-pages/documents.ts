import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import { done, refused, type Result } from "@/lib/domain/result";
import { mayTry } from "@/lib/services/operational/throttles";
import {
  checkFiles,
  type FileRefusal,
  type SentFile,
} from "@/lib/services/supporting-documents/check-file";
import { dropFiles, putFiles, sha256 } from "@/lib/services/supporting-documents/keep-files";
import { lockSettings } from "@/lib/services/settings/ordered-list";

/** A page gives so many documents at most. */
const MOST_DOCUMENTS = 20;

export interface InfoDocumentToAdd {
  readonly pageId: number;
  /** What the link says. */
  readonly label: string;
  /** Null where no file was chosen. */
  readonly file: SentFile | null;
  readonly idempotencyKey: string;
}

type AddRefusal =
  | FileRefusal
  | "file-missing"
  | "file-not-pdf"
  | "too-many-attempts"
  | "not-found"
  | "too-many-documents";

/** Adds a PDF to a page: whoever reads the page may download it at once. */
export async function addInfoDocument(
  ctx: ActionContext<Authorized<"manage-news">>,
  { pageId, label, file, idempotencyKey: key }: InfoDocumentToAdd,
): Promise<Result<{ pageId: number; fileId: string }, AddRefusal | "key-reused">> {
  const { accountId } = ctx.proof;
  if (!file) return refused("file-missing");
  if (!(await mayTry("uploadAccount", accountId))) return refused("too-many-attempts");
  const checked = await checkFiles(accountId, [file]);
  if (!checked.ok) return refused(checked.refusal);
  if (checked.value.some(({ mediaType }) => mediaType !== "application/pdf"))
    return refused("file-not-pdf");
  const files = await putFiles(checked.value);
  const [put] = files;
  if (!put) return refused("file-missing");
  const { id, name, bytes } = put;
  const idempotency = { key, payload: { pageId, label, file: sha256(file.content) } };
  const outcome = await commit<{ pageId: number; fileId: string }, AddRefusal>(
    { accountId, now: ctx.now, idempotency },
    async (tx) => {
      await lockSettings(tx, "InfoPage");
      const page = await tx.infoPage.findUnique({
        where: { id: pageId },
        include: { files: { select: { position: true } } },
      });
      if (!page) return refused("not-found");
      if (page.files.length >= MOST_DOCUMENTS) return refused("too-many-documents");
      const position = Math.max(0, ...page.files.map((one) => one.position)) + 1;
      const storedAt = instantToDate(ctx.now);
      await tx.infoFile.create({
        data: { id, pageId, position, label, name, bytes, sha256: put.sha256, storedAt },
        select: { id: true },
      });
      return done({
        value: { pageId, fileId: id },
        events: [
          {
            kind: "info-document-added",
            familyId: null,
            subject: `info-page ${pageId}`,
            data: { document: { was: null, now: label } },
          },
        ],
      });
    },
  );
  // Refused, or done by an earlier sending of the same key.
  if (!outcome.ok || outcome.value.fileId !== id) await dropFiles(files);
  return outcome;
}

/** Takes a document off its page. */
export async function removeInfoDocument(
  ctx: ActionContext<Authorized<"manage-news">>,
  { fileId, idempotencyKey: key }: { readonly fileId: string; readonly idempotencyKey: string },
): Promise<Result<{ pageId: number }, "not-found" | "key-reused">> {
  const outcome = await commit<{ pageId: number }, "not-found">(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload: { fileId } } },
    async (tx) => {
      await lockSettings(tx, "InfoPage");
      const file = await tx.infoFile.findUnique({ where: { id: fileId } });
      if (!file) return refused("not-found");
      await tx.infoFile.delete({ where: { id: fileId }, select: { id: true } });
      return done({
        value: { pageId: file.pageId },
        events: [
          {
            kind: "info-document-removed",
            familyId: null,
            subject: `info-page ${file.pageId}`,
            data: { document: { was: file.label, now: null } },
          },
        ],
      });
    },
  );
  if (outcome.ok) await dropFiles([{ id: fileId }]);
  return outcome;
}
