import "server-only";
import type { Authorized, AuthorizedFamily } from "@/lib/auth";
import type { AuthorizedHealth, HealthRight } from "@/lib/auth/health-proof";
import { prisma } from "@/lib/db";
import { type Reader, readRows } from "@/lib/db/rows";
import type { Instant } from "@/lib/domain/day";
import type { FamilyField } from "@/lib/domain/family-file";
import type { JournalKind } from "@/lib/domain/journal-event";
import { Prisma } from "@/lib/generated/prisma/client";
import { groupWithinScope } from "@/lib/services/agent-scope";
import { openHealth, openLine, type HealthField, type HealthValues } from "./sealed-health";
import type { FileField, WaitingChange } from "./file-field";

interface HealthRow {
  childId: number;
  sealed: string | null;
  waiting:
    | (Omit<WaitingChange, "value"> & { readonly field: HealthField; readonly sealed: string })[]
    | null;
}

/**
 * What is known of these children's health, as fields: "hasPai" ("oui", "non" or null) and
 * "paiValidUntil", in this order, each with what still waits. The proof names the children and the right:
 * those whom it does not reach are not in the answer. The reading, with the children of whom something
 * is known, stands in the journal ("health-read") by the same statement. One, whatever their number.
 */
export async function readHealth(
  { accountId, childIds, right }: AuthorizedHealth,
  now: Instant,
  db: Reader = prisma,
): Promise<ReadonlyMap<number, readonly FileField[]>> {
  if (childIds.length === 0) return new Map();
  const familyId = right.by === "own-file" ? right.familyId : null;
  const rows = await readRows<HealthRow>(db, "readHealth")`
    WITH found AS MATERIALIZED (
      SELECT c.id AS "childId", NULL::text AS subject, translate(encode(h.sealed, 'base64'), E'\n', '') AS sealed,
        (SELECT json_agg(json_build_object('field', l.field, 'requestId', q.id, 'requestNumber', q.number,
            'familyId', q."familyId", 'sealed', translate(encode(l.sealed, 'base64'), E'\n', '')))
         FROM "FamilyChild" o JOIN "ServiceRequest" q ON q."familyId" = o."familyId" AND q."childId" = o."childId"
         JOIN "FamilyFileChange" l ON l."requestId" = q.id
         WHERE o."childId" = c.id AND q.state = 'pending' AND l.state = 'pending' AND l.sealed IS NOT NULL) AS waiting
      FROM "Child" c LEFT JOIN "ChildHealth" h ON h."childId" = c.id
      WHERE c.id = ANY(${[...childIds]}::int[]) AND ${reached(right)}
    ), journal AS (
      ${reading({ accountId, familyId, now }, Prisma.sql`coalesce(f.sealed, f.waiting::text) IS NOT NULL`)}
    )
    SELECT "childId", sealed, waiting FROM found`;
  return new Map(rows.map((row) => [row.childId, fieldsOf(row)]));
}

const kind: JournalKind = "health-read";

/**
 * The only way that a reading of health comes to the journal: one event for the rows of `found` that are
 * `known`, with their children and their subject.
 */
function reading(
  {
    accountId,
    familyId,
    now,
  }: { readonly accountId: string; readonly familyId: number | null; readonly now: Instant },
  known: Prisma.Sql,
): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "AuditEvent" (at, "accountId", kind, "familyId", subject, data)
    SELECT ${now}::timestamptz, ${accountId}::uuid, ${kind}, ${familyId}::int, min(f.subject),
      jsonb_build_object('children', jsonb_agg(DISTINCT f."childId" ORDER BY f."childId"))
    FROM found f WHERE ${known} HAVING count(*) > 0`;
}

/** The right as a condition on c (Child). */
function reached(right: HealthRight): Prisma.Sql {
  switch (right.by) {
    case "own-file":
      return Prisma.sql`EXISTS (SELECT FROM "FamilyChild" fc WHERE fc."childId" = c.id
        AND fc."familyId" = ${right.familyId} AND fc."maySeeFile")`;
    case "family-file":
      return Prisma.sql`EXISTS (SELECT FROM "FamilyChild" fc WHERE fc."childId" = c.id
        AND fc."familyId" = ${right.familyId})`;
    case "day-list":
      return Prisma.sql`EXISTS (SELECT FROM "Inscription" i JOIN "Group" g ON g.id = i."groupId"
        JOIN "Reservation" r ON r."inscriptionId" = i.id AND r.day = ${right.day}::date
        WHERE i."childId" = c.id AND ${groupWithinScope(right)})`;
  }
}

/** The health fields from what is stored. Not journaled: for writing, under the child's lock. */
function fieldsOf({ childId, sealed, waiting }: HealthRow): FileField[] {
  const values = openHealth(childId, sealed === null ? null : Buffer.from(sealed, "base64"));
  return (["hasPai", "paiValidUntil"] as const).map((field) => {
    const line = waiting?.find((one) => one.field === field);
    if (!line) return { field, value: values[field], pending: null };
    const { sealed: closed, field: _, ...request } = line;
    const { now } = openLine(line.requestId, field, Buffer.from(closed, "base64"));
    return { field, value: values[field], pending: { ...request, value: now } };
  });
}

/**
 * From what to what a request changes a child's health, by field; empty where it is about something
 * else, or where this family may not see the child's file. The reading stands in the journal
 * ("health-read") by the same statement.
 */
export async function readHealthChanges(
  reader: AuthorizedFamily | Authorized<"read-health">,
  requestId: string,
  now: Instant,
): Promise<ReadonlyMap<FamilyField, HealthValues>> {
  const familyId = "familyId" in reader ? reader.familyId : null;
  const rows = await readRows<{ field: HealthField; sealed: string }>(prisma, "readHealthChanges")`
    WITH found AS MATERIALIZED (
      SELECT l.field::text AS field, translate(encode(l.sealed, 'base64'), E'\n', '') AS sealed,
        c.id AS "childId", 'request ' || q.number AS subject
      FROM "FamilyFileChange" l JOIN "ServiceRequest" q ON q.id = l."requestId" JOIN "Child" c ON c.id = q."childId"
      WHERE q.id = ${requestId}::uuid AND l.sealed IS NOT NULL
        AND ${familyId === null ? Prisma.sql`TRUE` : Prisma.sql`q."familyId" = ${familyId} AND ${reached({ by: "own-file", familyId })}`}
    ), journal AS (
      ${reading({ accountId: reader.accountId, familyId, now }, Prisma.sql`TRUE`)}
    )
    SELECT field, sealed FROM found`;
  return new Map(
    rows.map(({ field, sealed }) => [
      field,
      openLine(requestId, field, Buffer.from(sealed, "base64")),
    ]),
  );
}
