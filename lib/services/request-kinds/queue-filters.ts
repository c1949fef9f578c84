import "server-only";
import type { Day } from "@/lib/domain/day";
import type { RequestKind } from "@/lib/domain/request-kind";
import type { ServiceRequestState } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";
import { requestsMatching, type Likeness } from "@/lib/services/family-search";

/** "urgent": by the first day that it is about; what is about no day is due two weeks after it came. */
export const queueOrders = ["urgent", "oldest", "newest"] as const;
export type QueueOrder = (typeof queueOrders)[number];

/** What an agent looks for. Null = whatever it is. */
export interface QueueFilters {
  readonly state: ServiceRequestState | null;
  readonly kind: RequestKind | null;
  readonly activityId: number | null;
  readonly establishmentId: number | null;
  /** What is looked for: requestsMatching says in what. */
  readonly search: string;
  readonly likeness: Likeness;
  /** Requests that touch these days. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Only what was asked past its cut-off. */
  readonly lateOnly: boolean;
  /** Only where a message of the family waits for an answer. */
  readonly writtenOnly: boolean;
  readonly order: QueueOrder;
  /** From 1. */
  readonly page: number;
}

/** Whether the family wrote about q, and the service has neither answered nor said that it need not. */
export const messageWaits = Prisma.sql`EXISTS (SELECT FROM "RequestMessage" m
  WHERE m."requestId" = q.id AND m.side = 'family' AND m."settledAt" IS NULL)`;

/** The filters as a condition on q (ServiceRequest) and g (Group). */
export function matching(filters: QueueFilters, state: ServiceRequestState | null): Prisma.Sql {
  const { kind, activityId, establishmentId, search, likeness, from, to } = filters;
  const conditions = [
    Prisma.sql`TRUE`,
    ...(state === null ? [] : [Prisma.sql`q.state = ${state}::"ServiceRequestState"`]),
    ...(kind === null ? [] : [Prisma.sql`q.kind = ${kind}::"RequestKind"`]),
    ...(activityId === null ? [] : [Prisma.sql`q."activityId" = ${activityId}`]),
    ...(establishmentId === null ? [] : [Prisma.sql`g."establishmentId" = ${establishmentId}`]),
    ...(from === null ? [] : [Prisma.sql`q."lastDay" >= ${from}::date`]),
    ...(to === null ? [] : [Prisma.sql`q."firstDay" <= ${to}::date`]),
    ...(filters.lateOnly ? [Prisma.sql`q.late`] : []),
    ...(filters.writtenOnly ? [messageWaits] : []),
    ...(search.trim() === "" ? [] : [requestsMatching(search, likeness)]),
  ];
  return Prisma.join(conditions, " AND ");
}

const due = (q: Prisma.Sql) =>
  Prisma.sql`coalesce(${q}."firstDay", (${q}."createdAt" + interval '14 days')::date)`;

/** The order of a view of the queue, on q. */
export function ordering(order: QueueOrder): Prisma.Sql {
  switch (order) {
    case "urgent":
      return Prisma.sql`${due(Prisma.sql`q`)}, q.number`;
    case "oldest":
      return Prisma.sql`q.number`;
    case "newest":
      return Prisma.sql`q.number DESC`;
  }
}

/** Whether q stands at or before request `number` in that order. */
export function standsBefore(order: QueueOrder, number: number): Prisma.Sql {
  switch (order) {
    case "urgent":
      return Prisma.sql`(${due(Prisma.sql`q`)}, q.number) <= (
        SELECT ${due(Prisma.sql`r`)}, r.number FROM "ServiceRequest" r WHERE r.number = ${number})`;
    case "oldest":
      return Prisma.sql`q.number <= ${number}`;
    case "newest":
      return Prisma.sql`q.number >= ${number}`;
  }
}
