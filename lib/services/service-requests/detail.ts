import "server-only";
import type { AuthorizedAgent, AuthorizedFamily } from "@/lib/auth";
import { dateToInstant, prisma } from "@/lib/db";
import type { Calendar } from "@/lib/domain/calendar";
import { day, instant, type Day, type Instant } from "@/lib/domain/day";
import {
  requestSubject,
  type LineChange,
  type RequestEventKind,
  type ServiceRequestState,
} from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";
import { calendarOf, readSchoolYears } from "@/lib/services/reservations/school-years";
import { groupLines, type GroupRows, type LineGroup, type LineRow } from "./line-groups";
import { filedChangesSql, type FiledChange } from "@/lib/services/authorizations/read-filed";
import { withinScope } from "./scope";
import { town } from "@/town/town";

export interface TimelineEvent {
  readonly at: Instant;
  readonly kind: RequestEventKind;
  /** Null: the portal itself. */
  readonly actorName: string | null;
  readonly message: string | null;
}

/** A request in full, as its family and the agents read it. */
export interface RequestDetail {
  readonly number: number;
  readonly state: ServiceRequestState;
  readonly createdAt: Instant;
  /** Who sent it. */
  readonly by: string;
  readonly familyName: string;
  readonly guardians: readonly Guardian[];
  readonly childFirstName: string;
  readonly childLastName: string;
  readonly birthDate: Day | null;
  /** The activity, or what the démarche is about ("Autorisations"). */
  readonly subject: string;
  /** Null, like the group and the dates, where it is about no inscription. */
  readonly establishmentLabel: string | null;
  readonly groupLabel: string | null;
  /** The service's own code of the group: for agents. */
  readonly groupCode: string | null;
  readonly departmentName: string;
  readonly departmentEmail: string;
  readonly departmentPhone: string | null;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  readonly additions: number;
  readonly removals: number;
  /** The family's reason, of what was asked past its cut-off; null for what was asked in time. */
  readonly lateReason: string | null;
  readonly groups: readonly LineGroup[];
  /** The answers that it changed. */
  readonly answerChanges: readonly FiledChange[];
  readonly events: readonly TimelineEvent[];
}

/** What was asked past its cut-off; null for what was asked in time. A late request has one date. */
export function lateChangeOf({ lateReason, groups }: RequestDetail): LineChange | null {
  return lateReason === null ? null : (groups[0]?.change ?? null);
}

interface Guardian {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

type Row = Omit<
  RequestDetail,
  | "createdAt"
  | "birthDate"
  | "subject"
  | "firstDay"
  | "lastDay"
  | "groups"
  | "events"
  | "departmentName"
  | "departmentEmail"
> &
  GroupRows & {
    createdAt: Date;
    birthDate: string | null;
    demarche: string;
    activityLabel: string | null;
    departmentName: string | null;
    departmentEmail: string | null;
    firstDay: string | null;
    lastDay: string | null;
    lines: LineRow[];
    events: (Omit<TimelineEvent, "at"> & { at: string })[];
  };

/** A request of this family, or null ("introuvable") whoever else it may belong to. Two statements. */
export async function readFamilyRequest(
  family: AuthorizedFamily,
  number: number,
): Promise<RequestDetail | null> {
  return readDetail(Prisma.sql`q.number = ${number} AND q."familyId" = ${family.familyId}`);
}

/** A request within the agent's rights, or null ("introuvable"). Two statements. */
export async function readAgentRequest(
  agent: AuthorizedAgent,
  number: number,
): Promise<RequestDetail | null> {
  return readDetail(Prisma.sql`q.number = ${number} AND ${withinScope(agent)}`);
}

async function readDetail(chosen: Prisma.Sql): Promise<RequestDetail | null> {
  const [rows, years] = await Promise.all([readRow(chosen), readSchoolYears(prisma)]);
  return rows[0] ? detailOf(rows[0], calendarOf(years)) : null;
}

function readRow(chosen: Prisma.Sql): Promise<Row[]> {
  return prisma.$queryRaw<Row[]>`
    SELECT q.number, q.demarche, ${filedChangesSql} AS "answerChanges", q.state::text AS state, q."createdAt", acc."firstName" || ' ' || acc."lastName" AS by,
      f.name AS "familyName",
      (SELECT coalesce(json_agg(json_build_object('name', r."firstName" || ' ' || r."lastName",
                'phone', r.phone, 'email', r.email) ORDER BY r.id), '[]')
       FROM "Guardian" r WHERE r."familyId" = f.id) AS guardians,
      c."firstName" AS "childFirstName", c."lastName" AS "childLastName", c."birthDate"::text AS "birthDate",
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
      (SELECT coalesce(json_agg(json_build_object('unitId', x."unitId", 'day', x.day, 'open', x.open,
                'reason', x.reason)), '[]')
       FROM "OpeningException" x WHERE x."groupId" = g.id) AS exceptions
    FROM "ServiceRequest" q
    JOIN "Submission" s ON s.id = q."submissionId"
    JOIN "Account" acc ON acc.id = s."accountId"
    JOIN "Family" f ON f.id = q."familyId"
    JOIN "Child" c ON c.id = q."childId"
    LEFT JOIN "Activity" a ON a.id = q."activityId"
    LEFT JOIN "Department" d ON d.id = a."departmentId"
    LEFT JOIN "Inscription" i ON i.id = q."inscriptionId"
    LEFT JOIN "Group" g ON g.id = i."groupId"
    LEFT JOIN "Establishment" e ON e.id = g."establishmentId"
    WHERE ${chosen}`;
}

function detailOf(row: Row, calendar: Calendar): RequestDetail {
  const { openings, exceptions, lines, events, demarche, activityLabel, ...rest } = row;
  return {
    ...rest,
    subject: requestSubject(demarche, activityLabel),
    departmentName: row.departmentName ?? town.department.name,
    departmentEmail: row.departmentEmail ?? town.department.email,
    departmentPhone: row.departmentEmail ? row.departmentPhone : town.department.phone,
    createdAt: dateToInstant(row.createdAt),
    birthDate: row.birthDate === null ? null : day(row.birthDate),
    firstDay: row.firstDay === null ? null : day(row.firstDay),
    lastDay: row.lastDay === null ? null : day(row.lastDay),
    groups: groupLines(lines, { openings, exceptions }, calendar),
    events: events.map((event) => ({ ...event, at: instant(event.at) })),
  };
}
