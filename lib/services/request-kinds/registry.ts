import "server-only";
import type { RequestKind } from "@/lib/domain/request-kind";
import { Prisma } from "@/lib/generated/prisma/client";
import { authorizationsKind } from "@/lib/services/authorizations/request-kind";
import { familyFileKind } from "@/lib/services/family-file/request-kind";
import { reservationsKind } from "@/lib/services/reservations/request-kind";
import type { KindOfRequest } from "@/lib/services/service-requests/kind";
import { supportingDocumentsKind } from "@/lib/services/supporting-documents/request-kind";

const kinds = {
  reservations: reservationsKind,
  familyFile: familyFileKind,
  authorizations: authorizationsKind,
  supportingDocuments: supportingDocumentsKind,
};

type Said = typeof kinds;

/** What is stored of a request of each kind. */
export type Rows = { readonly [K in RequestKind]: Parameters<Said[K]["read"]>[0] };

/** What its reader sees of it. */
export type Contents = { readonly [K in RequestKind]: ReturnType<Said[K]["read"]> };

/** Every kind of request, by its name: a kind of the domain that is missing here does not compile. */
export const requestKind: { readonly [K in RequestKind]: KindOfRequest<Rows[K], Contents[K]> } =
  kinds;

const byKind = (part: "contentSql" | "answersSql") =>
  Prisma.join(
    Object.entries(requestKind).map(
      ([kind, its]) => Prisma.sql`WHEN ${Prisma.raw(`'${kind}'`)}::"RequestKind" THEN ${its[part]}`,
    ),
    " ",
  );

/** What a request (q, of the group g) holds, as its kind reads it. */
export const contentSql = Prisma.sql`CASE q.kind ${byKind("contentSql")} END`;

/** How many lines it has that are no dates. */
export const answersSql = Prisma.sql`CASE q.kind ${byKind("answersSql")} END`;
