import "server-only";
import type { Authorized, AuthorizedFamily } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Instant } from "@/lib/domain/day";
import { done } from "@/lib/domain/result";
import { unseal } from "@/lib/seal";
import { withinScope } from "@/lib/services/agent-scope";
import { requestsWithInscription } from "@/lib/services/service-requests/about";
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
export async function readFileAsFamily(
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

type AgentRow = StoredRow & { documentId: string; familyId: number };

/**
 * Any family's file for an agent of the whole town; for a limited one what is joined to a request that
 * it may answer. Who read what stands in the journal first.
 */
export async function readFileAsAgent(
  agent: Authorized<"read-documents">,
  fileId: string,
  now: Instant,
): Promise<ReadableFile | null> {
  if (!isStorageKey(fileId)) return null;
  const [row] = await readRows<AgentRow>(prisma, "readFileAsAgent")`
    SELECT s.id, s.name, s."mediaType", s.sha256, d.id AS "documentId", d."familyId"
    FROM "StoredFile" s JOIN "SupportingDocument" d ON d.id = s."documentId"
    LEFT JOIN (${requestsWithInscription}) ON q.id = d."requestId"
    WHERE s.id = ${fileId}::uuid AND ${withinScope(agent)}`;
  if (!row) return null;
  const { accountId } = agent;
  const { documentId: id, familyId } = row;
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

interface StoredRow {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
}

/** Throws where the storage has lost what a row says it holds, or holds another content. */
export async function readStored(row: StoredRow): Promise<ReadableFile> {
  const sealed = await openStorage().get(row.id);
  if (!sealed) throw new Error("A file of the database is not in the storage");
  const content = unseal(sealed, fileContext(row.id));
  if (sha256(content) !== row.sha256) throw new Error("A file is not what was stored");
  return { name: row.name, mediaType: row.mediaType, content };
}
