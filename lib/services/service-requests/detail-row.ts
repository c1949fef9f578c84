import "server-only";
import { prisma } from "@/lib/db";
import type { RequestKind } from "@/lib/domain/request-kind";
import type {
  RequestAbout,
  RequestEventKind,
  ServiceRequestState,
} from "@/lib/domain/service-request";
import type { Prisma } from "@/lib/generated/prisma/client";
import { filedChangesSql, type FiledChange } from "@/lib/services/authorizations/read-filed";
import { fileChangesSql, type FileChangeRow } from "@/lib/services/family-file/filed-changes";
import {
  documentsSql,
  type DocumentRow,
} from "@/lib/services/supporting-documents/filed-documents";
import type { GroupRows, LineRow } from "./line-groups";
import { aboutJoins, aboutSql } from "./summary";

/** What of a request is shown as it is stored. */
export interface StoredFacts {
  readonly id: string;
  readonly number: number;
  readonly state: ServiceRequestState;
  /** Who sent it. */
  readonly by: string;
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
  /** The answers that it changed. */
  readonly answerChanges: readonly FiledChange[];
  /** Whether its reader may see what the family's file and documents say. */
  readonly mayRead: boolean;
}

interface ReachableGuardian {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

export type RequestRow = StoredFacts &
  GroupRows & {
    kind: RequestKind;
    createdAt: Date;
    birthDate: string | null;
    activityLabel: string | null;
    departmentName: string | null;
    departmentEmail: string | null;
    firstDay: string | null;
    lastDay: string | null;
    lines: LineRow[];
    fileChanges: FileChangeRow[];
    documents: DocumentRow[];
    events: {
      at: string;
      kind: RequestEventKind;
      actorName: string | null;
      message: string | null;
    }[];
  };

/**
 * The requests that `chosen` (on q and g) means; `mayRead` (on q) says whether their reader may see what
 * the family's file and documents say. One statement.
 */
export function readRequestRows(chosen: Prisma.Sql, mayRead: Prisma.Sql): Promise<RequestRow[]> {
  return prisma.$queryRaw<RequestRow[]>`
    SELECT q.id, q.number, q.kind::text AS kind, ${mayRead} AS "mayRead", ${filedChangesSql} AS "answerChanges",
      ${fileChangesSql} AS "fileChanges", ${documentsSql} AS documents, q.state::text AS state, q."createdAt", acc."firstName" || ' ' || acc."lastName" AS by,
      f.name AS "familyName",
      (SELECT coalesce(json_agg(json_build_object('name', p."firstName" || ' ' || p."lastName",
                'phone', p.phone, 'email', p.email) ORDER BY p.id), '[]')
       FROM "Guardian" p WHERE p."familyId" = f.id) AS guardians,
      ${aboutSql} AS about,
      c."birthDate"::text AS "birthDate",
      a.label AS "activityLabel", e.name AS "establishmentLabel", g.label AS "groupLabel", g.code AS "groupCode",
      d.name AS "departmentName", d.email AS "departmentEmail", d.phone AS "departmentPhone",
      q."firstDay"::text AS "firstDay", q."lastDay"::text AS "lastDay", q.additions, q.removals,
      CASE WHEN q.late THEN coalesce(q.reason, '') END AS "lateReason",
      (SELECT coalesce(json_agg(json_build_object('unitId', u.id, 'unitLabel', u.label,
                'nounSingular', u."nounSingular", 'nounPlural', u."nounPlural", 'day', l.day,
                'change', l.change, 'state', l.state, 'amount', l.amount) ORDER BY l.change, u.position, u.id, l.day), '[]')
       FROM "RequestLine" l JOIN "Unit" u ON u.id = l."unitId" WHERE l."requestId" = q.id) AS lines,
      (SELECT coalesce(json_agg(json_build_object('at', to_char(v.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                'kind', v.kind, 'actorName', v."actorName", 'message', v.message) ORDER BY v.id), '[]')
       FROM "RequestEvent" v WHERE v."requestId" = q.id) AS events,
      (SELECT coalesce(json_agg(json_build_object('unitId', o."unitId", 'weekdays', o.weekdays,
                'dayKinds', o."dayKinds", 'from', o."firstDay", 'to', o."lastDay")), '[]')
       FROM "GroupOpening" o WHERE o."groupId" = g.id) AS openings,
      (SELECT coalesce(json_agg(json_build_object('unitId',
                CASE WHEN x."everyUnit" THEN to_json('every'::text) ELSE to_json(x."unitId") END, 'day', x.day, 'open', x.open,
                'reason', x.reason)), '[]')
       FROM "OpeningException" x WHERE x."groupId" = g.id) AS exceptions
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
}
