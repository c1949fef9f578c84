import "server-only";
import { day, type Day } from "@/lib/domain/day";
import type { LineState } from "@/lib/domain/service-request";
import type { DocumentValidity } from "@/lib/domain/supporting-document";
import { Prisma } from "@/lib/generated/prisma/client";

/** A supporting document of a request, as it was filed and answered. */
export interface FiledDocument {
  readonly id: string;
  /** "Attestation d’assurance". */
  readonly label: string;
  readonly state: LineState;
  readonly validity: DocumentValidity;
  /** Last day; null: it does not expire. */
  readonly validUntil: Day | null;
  readonly files: readonly FiledFile[];
}

interface FiledFile {
  readonly id: string;
  /** As the family named it. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

export type DocumentRow = Omit<FiledDocument, "validUntil"> & { validUntil: string | null };

/** The documents of a request (q) as a JSON array, in the order of the town's list. */
export const documentsSql = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', d.id,
    'label', t.label, 'state', d.state, 'validity', t.validity, 'validUntil', d."validUntil",
    'files', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name,
        'mediaType', s."mediaType", 'bytes', s.bytes) ORDER BY s.position), '[]')
      FROM "StoredFile" s WHERE s."documentId" = d.id)) ORDER BY t.position, d.id), '[]')
  FROM "SupportingDocument" d JOIN "SupportingDocumentType" t ON t.id = d."typeId"
  WHERE d."requestId" = q.id)`;

/** A document as its reader sees it: without its files for those who may not open them. */
export function filedDocument(row: DocumentRow, mayRead: boolean): FiledDocument {
  const validUntil = row.validUntil === null ? null : day(row.validUntil);
  return { ...row, validUntil, files: mayRead ? row.files : [] };
}
