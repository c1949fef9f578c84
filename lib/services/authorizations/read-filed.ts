import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { dateToInstant, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Instant } from "@/lib/domain/day";
import type { ServiceRequestState } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";

/** A change as it was filed. */
export interface FiledChange {
  /** "Venir chercher l’enfant, Jeanne TEST". */
  readonly label: string;
  readonly was: boolean | null;
  readonly now: boolean;
}

export interface FiledAuthorizations {
  readonly at: Instant;
  readonly by: string;
  readonly requests: readonly {
    readonly number: number;
    readonly childName: string;
    readonly state: ServiceRequestState;
    readonly lines: readonly FiledChange[];
  }[];
}

/** The changes of a request (q) as a JSON array, in the order of the town's list. */
export const filedChangesSql = Prisma.sql`(SELECT coalesce(json_agg(json_build_object(
    'label', t.label || coalesce(', ' || k."firstName" || ' ' || k."lastName", ''), 'was', h.was, 'now', h.now)
    ORDER BY t.position, h.id), '[]')
  FROM "AuthorizationChange" h JOIN "AuthorizationType" t ON t.id = h."typeId"
  LEFT JOIN "Contact" k ON k.id = h."contactId" WHERE h."requestId" = q.id)`;

/** A submission of this family about authorizations, or null ("introuvable"). One statement. */
export async function readFiledAuthorizations(
  family: AuthorizedFamily,
  submissionId: string,
): Promise<FiledAuthorizations | null> {
  const rows = await readRows<{ at: Date; by: string; requests: FiledAuthorizations["requests"] }>(
    prisma,
    "readFiledAuthorizations",
  )`
    SELECT s."createdAt" AS at, acc."firstName" || ' ' || acc."lastName" AS by,
      (SELECT json_agg(json_build_object('number', q.number, 'childName', c."firstName",
          'state', q.state, 'lines', ${filedChangesSql}) ORDER BY q.number)
       FROM "ServiceRequest" q JOIN "Child" c ON c.id = q."childId"
       WHERE q."submissionId" = s.id) AS requests
    FROM "Submission" s JOIN "Account" acc ON acc.id = s."accountId"
    WHERE s.id = ${submissionId}::uuid AND s."familyId" = ${family.familyId}
      AND s.kind = 'authorizations'`;
  const [row] = rows;
  return row ? { ...row, at: dateToInstant(row.at) } : null;
}
