import "server-only";
import type { Authorized } from "@/lib/auth";
import { dateToInstant, prisma } from "@/lib/db";
import type { Day, Instant } from "@/lib/domain/day";
import {
  documentStatus,
  withoutReplaced,
  type DocumentStatus,
  type KnownDocument,
  type SupportingDocumentType,
} from "@/lib/domain/supporting-document";
import { knownDocument } from "@/lib/services/supporting-documents/list-documents";
import { town } from "@/town/town";

/** A supporting document of a family as agents see it. */
export interface AgentDocument extends KnownDocument {
  readonly id: string;
  readonly label: string;
  /** "Lucas Dupont"; null: the whole family. */
  readonly aboutName: string | null;
  readonly status: DocumentStatus;
  readonly filedAt: Instant;
  /** Of the request that filed it; null where an agent added it. */
  readonly number: number | null;
  readonly files: readonly { id: string; name: string; bytes: number }[];
}

/** What this family gave, latest first, without what a newer one replaces. */
export async function readDocuments(
  _agent: Authorized<"read-families">,
  familyId: number,
  today: Day,
): Promise<AgentDocument[]> {
  const rows = await prisma.supportingDocument.findMany({
    where: { familyId },
    include: {
      type: { select: { label: true } },
      child: { select: { firstName: true, lastName: true } },
      guardian: { select: { firstName: true, lastName: true } },
      request: { select: { number: true } },
      files: { select: { id: true, name: true, bytes: true }, orderBy: { position: "asc" } },
    },
    orderBy: [{ filedAt: "desc" }, { id: "asc" }],
  });
  const { remindDaysBefore } = town.supportingDocuments;
  const documents = rows.map((row) => {
    const known = knownDocument(row);
    const about = row.child ?? row.guardian;
    return {
      ...known,
      id: row.id,
      label: row.type.label,
      aboutName: about && `${about.firstName} ${about.lastName}`,
      status: documentStatus(known, today, remindDaysBefore),
      filedAt: dateToInstant(row.filedAt),
      number: row.request?.number ?? null,
      files: row.files,
    };
  });
  return withoutReplaced(documents);
}

/** What the town asks families for: what an agent may add. */
export async function readDocumentTypes(
  _agent: Authorized<"read-families">,
): Promise<SupportingDocumentType[]> {
  return prisma.supportingDocumentType.findMany({
    where: { active: true, forLate: false },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}
