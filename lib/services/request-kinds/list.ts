import "server-only";
import type { AuthorizedFamily, Authorized } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { wholeFamily, type ServiceRequestState } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";
import { aboutJoins, requestsWithInscription } from "@/lib/services/service-requests/about";
import {
  summaryColumns,
  summaryJoins,
  summaryOf,
  type RequestSummary,
  type SummaryRow,
} from "./summary";

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
    readRows<{ total: number }>(prisma, "listRequests: count")`
      SELECT count(*)::int AS total FROM "ServiceRequest" q WHERE ${chosen}`,
    readRows<{ id: number; firstName: string }>(prisma, "listRequests: children")`
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

/** The latest requests of any family, for its page on the agents' side. One statement. */
export async function latestRequestsOf(
  _agent: Authorized<"read-families">,
  familyId: number,
  count: number,
): Promise<RequestSummary[]> {
  return readSummaries(Prisma.sql`q."familyId" = ${familyId}`, count, 0);
}

async function readSummaries(
  chosen: Prisma.Sql,
  limit: number,
  offset: number,
): Promise<RequestSummary[]> {
  const rows = await readRows<SummaryRow>(prisma, "readSummaries")`
    SELECT ${summaryColumns}, coalesce(c."firstName", r."firstName", ${wholeFamily}) AS "aboutName"
    FROM ${requestsWithInscription} ${summaryJoins}
    ${aboutJoins}
    WHERE ${chosen} ORDER BY q.number DESC LIMIT ${limit} OFFSET ${offset}`;
  return rows.map(summaryOf);
}
