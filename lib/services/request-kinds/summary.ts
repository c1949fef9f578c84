import "server-only";
import { dateToInstant } from "@/lib/db";
import { day, type Day, type Instant } from "@/lib/domain/day";
import { requestSubject, type RequestKind } from "@/lib/domain/request-kind";
import type { ServiceRequestState } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";
import { answersSql } from "./registry";

/** A request as lists show it. */
export interface RequestSummary {
  readonly number: number;
  readonly kind: RequestKind;
  readonly state: ServiceRequestState;
  readonly createdAt: Instant;
  /** The child, the guardian or the family that it is about. */
  readonly aboutName: string;
  /** The activity, or what the démarche is about ("Autorisations"). */
  readonly subject: string;
  /** Null, like the dates, where it is about no inscription. */
  readonly establishmentLabel: string | null;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  readonly additions: number;
  readonly removals: number;
  /** Answers (authorizations), lines of the file or documents that it is about. */
  readonly answers: number;
  /** Asked past its cut-off. */
  readonly late: boolean;
  /** What the family and the service wrote to one another about it. */
  readonly messages: number;
}

export type SummaryRow = Omit<RequestSummary, "createdAt" | "subject" | "firstDay" | "lastDay"> & {
  createdAt: Date;
  activityLabel: string | null;
  firstDay: string | null;
  lastDay: string | null;
};

/** What a summary needs of q, a and e, besides the name that it is about. */
export const summaryColumns = Prisma.sql`q.number, q.state::text AS state, q."createdAt", q.kind::text AS kind,
  a.label AS "activityLabel", e.name AS "establishmentLabel",
  q."firstDay"::text AS "firstDay", q."lastDay"::text AS "lastDay", q.additions, q.removals, q.late,
  ${answersSql} AS answers,
  (SELECT count(*)::int FROM "RequestMessage" m WHERE m."requestId" = q.id) AS messages`;

export const summaryJoins = Prisma.sql`LEFT JOIN "Activity" a ON a.id = q."activityId"
  LEFT JOIN "Establishment" e ON e.id = g."establishmentId"`;

export function summaryOf({ activityLabel, ...row }: SummaryRow): RequestSummary {
  return {
    ...row,
    subject: requestSubject(row.kind, activityLabel),
    createdAt: dateToInstant(row.createdAt),
    firstDay: row.firstDay === null ? null : day(row.firstDay),
    lastDay: row.lastDay === null ? null : day(row.lastDay),
  };
}
