import "server-only";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { RequestKind } from "@/lib/domain/request-kind";
import type {
  RequestAbout,
  RequestEventKind,
  ServiceRequestState,
} from "@/lib/domain/service-request";
import type { Prisma } from "@/lib/generated/prisma/client";
import { aboutJoins, aboutSql } from "@/lib/services/service-requests/about";
import { contentSql, type Rows } from "./registry";

/** What of a request is shown as it is stored. */
export interface StoredFacts {
  readonly id: string;
  readonly number: number;
  readonly state: ServiceRequestState;
  /** Who sent it. */
  readonly by: string;
  readonly familyId: number;
  readonly familyName: string;
  readonly guardians: readonly ReachableGuardian[];
  /** The child or guardian that it is about; null: the whole family. */
  readonly about: RequestAbout | null;
  /** Null, like the group and the dates, where it is about no inscription. */
  readonly establishmentLabel: string | null;
  readonly groupLabel: string | null;
  /** The service's own code of the group: for agents. */
  readonly groupCode: string | null;
  readonly departmentPhone: string | null;
  readonly additions: number;
  readonly removals: number;
  /** The family's reason, of what was asked past its cut-off; null for what was asked in time. */
  readonly lateReason: string | null;
  /** Whether its reader may see what the family's file and documents say. */
  readonly mayRead: boolean;
}

interface ReachableGuardian {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** What of a request is read anew before it is shown. */
interface RowFacts extends StoredFacts {
  readonly createdAt: Date;
  readonly birthDate: string | null;
  readonly activityLabel: string | null;
  readonly departmentName: string | null;
  readonly departmentEmail: string | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly events: readonly {
    readonly at: string;
    readonly kind: RequestEventKind;
    readonly actorName: string | null;
    readonly message: string | null;
  }[];
}

/** A request as it is stored, with what its kind keeps. */
export type RequestRow<K extends RequestKind = RequestKind> = {
  [P in K]: { readonly kind: P; readonly facts: RowFacts; readonly content: Rows[P] };
}[K];

/**
 * The request that `chosen` (on q and g) means; `mayRead` (on q) says whether their reader may see what
 * the family's file and documents say. One statement.
 */
export async function readRequestRow(
  chosen: Prisma.Sql,
  mayRead: Prisma.Sql,
): Promise<RequestRow | null> {
  const rows = await readRows<RowFacts & Pick<RequestRow, "kind" | "content">>(
    prisma,
    "readRequestRow",
  )`
    SELECT q.id, q.number, q.kind::text AS kind, ${mayRead} AS "mayRead", ${contentSql} AS content, q.state::text AS state, q."createdAt", acc."firstName" || ' ' || acc."lastName" AS by,
      f.id AS "familyId", f.name AS "familyName",
      (SELECT coalesce(json_agg(json_build_object('name', p."firstName" || ' ' || p."lastName",
                'phone', p.phone, 'email', p.email) ORDER BY p.id), '[]')
       FROM "Guardian" p WHERE p."familyId" = f.id) AS guardians,
      ${aboutSql} AS about,
      c."birthDate"::text AS "birthDate",
      a.label AS "activityLabel", e.name AS "establishmentLabel", g.label AS "groupLabel", g.code AS "groupCode",
      d.name AS "departmentName", d.email AS "departmentEmail", d.phone AS "departmentPhone",
      q."firstDay"::text AS "firstDay", q."lastDay"::text AS "lastDay", q.additions, q.removals,
      CASE WHEN q.late THEN coalesce(q.reason, '') END AS "lateReason",
      (SELECT coalesce(json_agg(json_build_object('at', to_char(v.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                'kind', v.kind, 'actorName', v."actorName", 'message', v.message) ORDER BY v.id), '[]')
       FROM "RequestEvent" v WHERE v."requestId" = q.id) AS events
    FROM "ServiceRequest" q
    JOIN "Submission" s ON s.id = q."submissionId"
    JOIN "Account" acc ON acc.id = s."accountId"
    JOIN "Family" f ON f.id = q."familyId"
    ${aboutJoins}
    LEFT JOIN "Activity" a ON a.id = q."activityId"
    LEFT JOIN "Department" d ON d.id = a."departmentId"
    LEFT JOIN "Inscription" i ON i.id = q."inscriptionId"
    LEFT JOIN "Group" g ON g.id = i."groupId"
    LEFT JOIN "Establishment" e ON e.id = g."establishmentId"
    WHERE ${chosen}`;
  const [row] = rows;
  if (!row) return null;
  const { kind, content, ...facts } = row;
  // The statement reads the content by the kind that it gives.
  return { kind, content, facts } as RequestRow;
}
