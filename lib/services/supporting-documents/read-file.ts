import "server-only";
import type { AuthorizedFamily, AuthorizedTownAgent } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { prisma } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";
import { done } from "@/lib/domain/result";
import { unseal } from "@/lib/seal";
import { isStorageKey } from "@/lib/storage/storage";
import { openStorage } from "@/lib/storage/open-storage";
import { fileContext, sha256 } from "./keep-files";

/** A file as it is served. */
export interface ReadableFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/**
 * A file that this family filed; null for anybody else's, and for a child's where the family may not
 * see the child's file.
 */
export async function readFamilyFile(
  { familyId }: AuthorizedFamily,
  fileId: string,
): Promise<ReadableFile | null> {
  if (!isStorageKey(fileId)) return null;
  const row = await prisma.storedFile.findFirst({
    where: { id: fileId, document: { familyId, ...visibleTo(familyId) } },
  });
  return row && readStored(row);
}

/** The documents of a family that it may see: a child's only where it may see the child's file. */
export function visibleTo(familyId: number) {
  return {
    OR: [{ childId: null }, { child: { families: { some: { familyId, maySeeFile: true } } } }],
  };
}

/** Any family's file, for an agent of the whole town: who read what stands in the journal first. */
export async function readFileAsAgent(
  { accountId }: AuthorizedTownAgent,
  fileId: string,
  now: Instant,
): Promise<ReadableFile | null> {
  if (!isStorageKey(fileId)) return null;
  const row = await prisma.storedFile.findUnique({
    where: { id: fileId },
    include: { document: { select: { id: true, familyId: true } } },
  });
  if (!row) return null;
  const { id, familyId } = row.document;
  await commit({ accountId, now }, () =>
    Promise.resolve(
      done({
        value: null,
        events: [
          {
            kind: "supporting-document-read",
            familyId,
            subject: `document ${id}`,
            data: { file: fileId },
          },
        ],
      }),
    ),
  );
  return readStored(row);
}

/** Throws where the storage has lost what a row says it holds, or holds another content. */
async function readStored(row: {
  id: string;
  name: string;
  mediaType: string;
  sha256: string;
}): Promise<ReadableFile> {
  const sealed = await openStorage().get(row.id);
  if (!sealed) throw new Error("A file of the database is not in the storage");
  const content = unseal(sealed, fileContext(row.id));
  if (sha256(content) !== row.sha256) throw new Error("A file is not what was stored");
  return { name: row.name, mediaType: row.mediaType, content };
}
