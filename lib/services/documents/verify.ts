import "server-only";
import { prisma } from "@/lib/db";
import { parseDocumentCode } from "@/lib/domain/document-code";
import type { IssuedDocument } from "@/lib/domain/issued-document";
import { done, refused, type Result } from "@/lib/domain/result";
import { countFailure, isOver } from "@/lib/services/operational/throttles";
import { documentOf } from "./rows";

/**
 * The document of that number, for whoever holds it; null where there is none. Each number that could
 * be one and is none counts against its network address. Public: the number is the right to read.
 */
export async function verifyDocument(
  typed: string,
  address: string,
): Promise<Result<IssuedDocument | null, "too-many-attempts">> {
  const code = parseDocumentCode(typed);
  if (code === null) return done(null);
  if (await isOver("verifyAddress", address)) return refused("too-many-attempts");
  const row = await prisma.issuedDocument.findUnique({ where: { code } });
  if (!row) await countFailure("verifyAddress", address);
  return done(row && documentOf(row));
}
