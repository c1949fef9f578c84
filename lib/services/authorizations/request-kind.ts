import "server-only";
import { answerLabel } from "@/lib/domain/authorization";
import { refused } from "@/lib/domain/result";
import { Prisma } from "@/lib/generated/prisma/client";
import type { KindOfRequest } from "@/lib/services/service-requests/kind";
import { filedChangesSql, type FiledChange } from "./read-filed";

/** What a child or a contact is authorized to. */
export const authorizationsKind: KindOfRequest<readonly FiledChange[], readonly FiledChange[]> = {
  contentSql: filedChangesSql,
  answersSql: Prisma.sql`(SELECT count(*)::int FROM "AuthorizationChange" h WHERE h."requestId" = q.id)`,
  read: (changes) => changes,
  answers: (changes) => changes.length,
  // Processed at once: nothing of them ever waits.
  waiting: () => 0,
  withdraw: () => Promise.resolve(refused("already-decided")),
  recap: (changes) => ({
    titles: ["Réponse", "Avant", "Maintenant"],
    groups: changes.map(({ label, was, now }) => ({
      name: label,
      rows: [{ name: answer(was), remarks: [], value: answer(now) }],
    })),
  }),
};

function answer(allowed: boolean | null): string {
  return allowed === null ? "sans réponse" : answerLabel(allowed).toLowerCase();
}
