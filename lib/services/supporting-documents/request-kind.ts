import "server-only";
import { formatDay } from "@/lib/domain/day-words";
import type { DocumentContent } from "@/lib/domain/issued-document";
import { lineStateLabel } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";
import type { KindOfRequest } from "@/lib/services/service-requests/kind";
import {
  documentsSql,
  filedDocument,
  type DocumentRow,
  type FiledDocument,
} from "./filed-documents";
import { withdrawDocuments } from "./withdraw";

interface DocumentsContent {
  readonly documents: readonly FiledDocument[];
  readonly mayRead: boolean;
}

/** Proofs of the family, a child or a guardian. */
export const supportingDocumentsKind: KindOfRequest<readonly DocumentRow[], DocumentsContent> = {
  contentSql: documentsSql,
  answersSql: Prisma.sql`(SELECT count(*)::int FROM "SupportingDocument" h WHERE h."requestId" = q.id)`,
  read: (rows, { mayRead }) => ({
    documents: rows.map((document) => filedDocument(document, mayRead)),
    mayRead,
  }),
  answers: ({ documents }) => documents.length,
  waiting: ({ documents, mayRead }) =>
    mayRead ? documents.filter(({ state }) => state === "pending").length : 0,
  recap: ({ documents }) => documentsTable(documents),
  withdraw: withdrawDocuments,
};

function documentsTable(documents: readonly FiledDocument[]): DocumentContent["table"] {
  if (documents.length === 0) return null;
  return {
    titles: ["Justificatif", "État", "Valable jusqu’au"],
    groups: documents.map(({ label, state, validUntil }) => ({
      name: label,
      rows: [
        {
          name: lineStateLabel[state],
          remarks: [],
          value: validUntil ? formatDay(validUntil, "dateMedium") : "",
        },
      ],
    })),
  };
}
