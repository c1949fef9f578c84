import "server-only";
import { dateToInstant } from "@/lib/db";
import { parseDocumentCode } from "@/lib/domain/document-code";
import type { DocumentContent, IssuedDocument } from "@/lib/domain/issued-document";
import type { IssuedDocument as Row } from "@/lib/generated/prisma/client";

/** A document of the domain, from its row. */
export function documentOf({ id, code: stored, kind, issuedAt, content }: Row): IssuedDocument {
  const code = parseDocumentCode(stored);
  if (code === null) throw new Error(`Document ${id}: unreadable code`);
  // Never written but by issue.ts, never changed (trigger in SQL).
  const its = content as unknown as DocumentContent;
  return { code, kind, issuedAt: dateToInstant(issuedAt), content: its };
}
