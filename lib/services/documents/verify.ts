import "server-only";
import { prisma } from "@/lib/db";
import { parseDocumentCode } from "@/lib/domain/document-code";
import type { IssuedDocument } from "@/lib/domain/issued-document";
import { done, refused, type Result } from "@/lib/domain/result";
import { mayTry } from "@/lib/services/operational/throttles";
import { documentOf } from "./rows";

/**
 * The document of that number, for whoever holds it; null where there is none. Each number that could
 * be one counts as an attempt of its network address. Public: the number is the right to read.
 */
export async function verifyDocument(
  typed: string,
  address: string,
): Promise<Result<IssuedDocument | null, "too-many-attempts">> {
  const code = parseDocumentCode(typed);
  if (code === null) return done(null);
  if (!(await mayTry("verifyAddress", address))) return refused("too-many-attempts");
  const row = await prisma.issuedDocument.findUnique({ where: { code } });
  return done(row && documentOf(row));
}
