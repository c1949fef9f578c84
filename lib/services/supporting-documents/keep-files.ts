import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { Tx } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";
import { seal } from "@/lib/seal";
import { openStorage } from "@/lib/storage/open-storage";
import type { CheckedFile } from "./check-file";

/** A file that stands in the storage, sealed, and has no row yet. */
export interface PutFile {
  /** Its key in the storage. */
  readonly id: string;
  readonly position: number;
  readonly name: string;
  readonly mediaType: string;
  /** Of the file before it was sealed. */
  readonly bytes: number;
  readonly sha256: string;
}

/** What the seal of a file is bound to. */
export function fileContext(id: string): string {
  return `file:${id}`;
}

/** Seals the files and puts them in the storage: all of them, or it throws and none stays. */
export async function putFiles(files: readonly CheckedFile[]): Promise<PutFile[]> {
  const put: PutFile[] = [];
  try {
    for (const [position, { name, mediaType, content }] of files.entries()) {
      const id = randomUUID();
      put.push({
        id,
        position,
        name,
        mediaType,
        bytes: content.byteLength,
        sha256: sha256(content),
      });
      await openStorage().put(id, seal(content, fileContext(id)));
    }
    return put;
  } catch (error) {
    await dropFiles(put);
    throw error;
  }
}

/** Takes back what was put for nothing. What cannot be deleted now, the daily clean-up deletes. */
export async function dropFiles(files: readonly Pick<PutFile, "id">[]): Promise<void> {
  await Promise.allSettled(files.map(({ id }) => openStorage().delete(id)));
}

/** The rows of what was put: from then on the files are kept. */
export async function writeFileRows(
  tx: Tx,
  documentId: string,
  files: readonly PutFile[],
  now: Instant,
): Promise<void> {
  const storedAt = instantToDate(now);
  await tx.storedFile.createMany({
    data: files.map((file) => ({ ...file, documentId, storedAt })),
  });
}

export function sha256(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
