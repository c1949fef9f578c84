import "server-only";
import type { Authorized } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { wholeFamily, type ServiceRequestState } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";
import { aboutJoins, requestsWithInscription } from "@/lib/services/service-requests/about";
import { matching, messageWaits, ordering, standsBefore, type QueueFilters } from "./queue-filters";
import {
  summaryColumns,
  summaryJoins,
  summaryOf,
  type RequestSummary,
  type SummaryRow,
} from "./summary";
import { groupWithinScope, withinScope } from "@/lib/services/agent-scope";

/** A request in the agents' queue. */
export interface QueueRow extends RequestSummary {
  readonly familyName: string;
  /** Dates that wait: what else there is to examine is decided on the request's page. */
  readonly waiting: number;
  /** What agents told one another about it. */
  readonly notes: number;
  /** Whether a message of the family waits for an answer. */
  readonly messageWaits: boolean;
}

export const queuePageSize = 25;
/** Beyond, a count is "1 000 et plus": nobody pages that far, and counting all reads every row. */
export const countLimit = 1000;

/** A page of 25 requests within the agent's rights. One statement. */
export async function readQueue(
  agent: Authorized<"read-requests">,
  filters: QueueFilters,
): Promise<QueueRow[]> {
  const rows = await readRows<SummaryRow & Omit<QueueRow, keyof RequestSummary>>(
    prisma,
    "readQueue",
  )`
    SELECT ${summaryColumns}, coalesce(c."firstName" || ' ' || c."lastName", r."firstName" || ' ' || r."lastName", ${wholeFamily}) AS "aboutName",
      f.name AS "familyName",
      CASE WHEN q.state = 'pending' THEN (SELECT count(*)::int FROM "RequestLine" l
        WHERE l."requestId" = q.id AND l.state = 'pending') ELSE 0 END AS waiting,
      (SELECT count(*)::int FROM "RequestNote" n WHERE n."requestId" = q.id) AS notes,
      ${messageWaits} AS "messageWaits"
    FROM ${requestsWithInscription} ${summaryJoins}
    ${aboutJoins}
    JOIN "Family" f ON f.id = q."familyId"
    WHERE ${matching(filters, filters.state)} AND ${withinScope(agent)}
    ORDER BY ${ordering(filters.order)} LIMIT ${queuePageSize} OFFSET ${(filters.page - 1) * queuePageSize}`;
  return rows.map(({ familyName, waiting, notes, messageWaits: waits, ...row }) => ({
    ...summaryOf(row),
    familyName,
    waiting,
    notes,
    messageWaits: waits,
  }));
}

/** How many requests match the filters in each state, and with a message that waits in any. */
export type QueueCounts = Readonly<Record<ServiceRequestState | "written", number>>;

/** Counted up to `countLimit`; what is written is counted within the other filters. One statement. */
export async function countQueue(
  agent: Authorized<"read-requests">,
  filters: QueueFilters,
): Promise<QueueCounts> {
  const countedOf = (chosen: Prisma.Sql) => Prisma.sql`
    (SELECT count(*)::int FROM (SELECT 1 FROM ${requestsWithInscription}
      WHERE ${chosen} AND ${withinScope(agent)} LIMIT ${countLimit}) t)`;
  const counted = (state: ServiceRequestState) =>
    countedOf(matching({ ...filters, writtenOnly: false }, state));
  const rows = await readRows<QueueCounts>(prisma, "countQueue")`
    SELECT ${counted("pending")} AS pending, ${counted("accepted")} AS accepted,
      ${counted("partlyAccepted")} AS "partlyAccepted", ${counted("refused")} AS refused,
      ${counted("withdrawn")} AS withdrawn, ${counted("dropped")} AS dropped,
      ${countedOf(matching({ ...filters, writtenOnly: true }, null))} AS written`;
  return (
    rows[0] ?? {
      ...{ pending: 0, accepted: 0, partlyAccepted: 0, refused: 0, withdrawn: 0, dropped: 0 },
      written: 0,
    }
  );
}

export interface QueueChoices {
  readonly activities: readonly { id: number; label: string }[];
  readonly establishments: readonly { id: number; label: string }[];
}

/** What the agent may filter by: the activities and establishments within reach. One statement. */
export async function queueChoices(
  agent: Authorized<"read-requests"> | Authorized<"read-day-list">,
): Promise<QueueChoices> {
  const rows = await readRows<QueueChoices>(prisma, "queueChoices")`
    WITH mine AS (
      SELECT DISTINCT g."activityId", g."establishmentId" FROM "Group" g WHERE ${groupWithinScope(agent)}
    )
    SELECT
      (SELECT coalesce(json_agg(json_build_object('id', a.id, 'label', a.label) ORDER BY a.position), '[]')
       FROM "Activity" a WHERE a.id IN (SELECT "activityId" FROM mine)) AS activities,
      (SELECT coalesce(json_agg(json_build_object('id', e.id, 'label', e.name) ORDER BY e.name), '[]')
       FROM "Establishment" e WHERE e.id IN (SELECT "establishmentId" FROM mine)) AS establishments`;
  return rows[0] ?? { activities: [], establishments: [] };
}

/** What to decide, or to answer, after this request, in the order of the list and within its filters. One statement. */
export async function nextToDecide(
  agent: Authorized<"read-requests">,
  after: number,
  filters: QueueFilters,
): Promise<number | null> {
  const rows = await readRows<{ number: number }>(prisma, "nextToDecide")`
    SELECT q.number FROM ${requestsWithInscription}
    WHERE ${matching(filters, filters.writtenOnly ? null : "pending")} AND q.number <> ${after} AND ${withinScope(agent)}
    ORDER BY coalesce(${standsBefore(filters.order, after)}, FALSE), ${ordering(filters.order)} LIMIT 1`;
  return rows[0]?.number ?? null;
}
