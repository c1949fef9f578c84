import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { dateToInstant, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Instant } from "@/lib/domain/day";

/** One change of one authorization: who, when, from what to what. */
export interface AuthorizationEvent {
  readonly id: number;
  readonly at: Instant;
  readonly by: string;
  /** The request that holds it, where it is this family's own. */
  readonly number: number | null;
  readonly label: string;
  /** Whom it is about, for a contact. */
  readonly contactName: string | null;
  readonly was: boolean | null;
  readonly now: boolean;
}

/**
 * The history of what a child was authorized to, latest first: of the child itself whoever changed it,
 * of contacts the family's own only. One statement.
 */
export async function readAuthorizationHistory(
  family: AuthorizedFamily,
  childId: number,
): Promise<AuthorizationEvent[]> {
  const { familyId } = family;
  const rows = await readRows<Omit<AuthorizationEvent, "at"> & { at: Date }>(
    prisma,
    "readAuthorizationHistory",
  )`
    SELECT h.id, s."createdAt" AS at, acc."firstName" || ' ' || acc."lastName" AS by,
      CASE WHEN q."familyId" = ${familyId} THEN q.number END AS number, t.label,
      k."firstName" || ' ' || k."lastName" AS "contactName", h.was, h.now
    FROM "AuthorizationChange" h
    JOIN "ServiceRequest" q ON q.id = h."requestId"
    JOIN "Submission" s ON s.id = q."submissionId"
    JOIN "Account" acc ON acc.id = s."accountId"
    JOIN "AuthorizationType" t ON t.id = h."typeId"
    LEFT JOIN "Contact" k ON k.id = h."contactId"
    WHERE h."childId" = ${childId} AND (k.id IS NULL OR k."familyId" = ${familyId})
      AND EXISTS (SELECT 1 FROM "FamilyChild" fc
        WHERE fc."childId" = h."childId" AND fc."familyId" = ${familyId} AND fc."mayAuthorize")
    ORDER BY h.id DESC LIMIT 200`;
  return rows.map((row) => ({ ...row, at: dateToInstant(row.at) }));
}
