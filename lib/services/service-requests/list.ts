import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { dateToInstant, prisma } from "@/lib/db";
import { day, type Day, type Instant } from "@/lib/domain/day";
import type { ServiceRequestState } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";

/** A request as lists show it. */
export interface RequestSummary {
  readonly number: number;
  readonly state: ServiceRequestState;
  readonly createdAt: Instant;
  readonly childName: string;
  readonly activityLabel: string;
  readonly establishmentLabel: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly additions: number;
  readonly removals: number;
}

export interface RequestFilters {
  readonly state: ServiceRequestState | null;
  readonly childId: number | null;
  /** From 1. */
  readonly page: number;
}

export interface RequestPage {
  readonly requests: readonly RequestSummary[];
  /** How many match the filters. */
  readonly total: number;
  /** The children of the family's requests, to filter by. */
  readonly children: readonly { id: number; firstName: string }[];
}

export const requestsPerPage = 20;

type Row = Omit<RequestSummary, "createdAt" | "firstDay" | "lastDay"> & {
  createdAt: Date;
  firstDay: string;
  lastDay: string;
};

/** The family's requests, latest first, a page of 20. Three statements. */
export async function listRequests(
  family: AuthorizedFamily,
  { state, childId, page }: RequestFilters,
): Promise<RequestPage> {
  const chosen = Prisma.sql`q."familyId" = ${family.familyId}
    ${state === null ? Prisma.empty : Prisma.sql`AND q.state = ${state}::"ServiceRequestState"`}
    ${childId === null ? Prisma.empty : Prisma.sql`AND q."childId" = ${childId}`}`;
  const [requests, counts, children] = await Promise.all([
    readSummaries(chosen, requestsPerPage, (page - 1) * requestsPerPage),
    prisma.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM "ServiceRequest" q WHERE ${chosen}`,
    prisma.$queryRaw<{ id: number; firstName: string }[]>`
      SELECT c.id, c."firstName" FROM "FamilyChild" fc JOIN "Child" c ON c.id = fc."childId"
      WHERE fc."familyId" = ${family.familyId} ORDER BY c.id`,
  ]);
  return { requests, total: counts[0]?.total ?? 0, children };
}

/** The family's latest requests, for the home page. One statement. */
export async function latestRequests(
  family: AuthorizedFamily,
  count: number,
): Promise<RequestSummary[]> {
  return readSummaries(Prisma.sql`q."familyId" = ${family.familyId}`, count, 0);
}

async function readSummaries(
  chosen: Prisma.Sql,
  limit: number,
  offset: number,
): Promise<RequestSummary[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT q.number, q.state::text AS state, q."createdAt", c."firstName" AS "childName",
      a.label AS "activityLabel", e.name AS "establishmentLabel",
      q."firstDay"::text AS "firstDay", q."lastDay"::text AS "lastDay", q.additions, q.removals
    FROM "ServiceRequest" q
    JOIN "Child" c ON c.id = q."childId"
    JOIN "Activity" a ON a.id = q."activityId"
    JOIN "Inscription" i ON i.id = q."inscriptionId"
    JOIN "Group" g ON g.id = i."groupId"
    JOIN "Establishment" e ON e.id = g."establishmentId"
    WHERE ${chosen} ORDER BY q.number DESC LIMIT ${limit} OFFSET ${offset}`;
  return rows.map((row) => ({
    ...row,
    createdAt: dateToInstant(row.createdAt),
    firstDay: day(row.firstDay),
    lastDay: day(row.lastDay),
  }));
}
