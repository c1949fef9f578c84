import "server-only";
import type { Authorized, AuthorizedFamily } from "@/lib/auth";
import { dateToInstant, prisma } from "@/lib/db";
import type { Calendar } from "@/lib/domain/calendar";
import { day, instant, type Day, type Instant } from "@/lib/domain/day";
import { requestSubject, type RequestKind } from "@/lib/domain/request-kind";
import type { LineChange, RequestEventKind } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";
import { filedFileChange, type FiledFileChange } from "@/lib/services/family-file/filed-changes";
import { readHealthChanges } from "@/lib/services/family-file/health";
import { calendarOf, readSchoolYears } from "@/lib/services/reservations/school-years";
import {
  filedDocument,
  type FiledDocument,
} from "@/lib/services/supporting-documents/filed-documents";
import { readRequestRows, type RequestRow, type StoredFacts } from "./detail-row";
import { groupLines, type LineGroup } from "./line-groups";
import { withinScope } from "@/lib/services/agent-scope";
import { town } from "@/town/town";

export interface TimelineEvent {
  readonly at: Instant;
  readonly kind: RequestEventKind;
  /** Null: the portal itself. */
  readonly actorName: string | null;
  readonly message: string | null;
}

/** A request in full, as its family and the agents read it. */
export interface RequestDetail extends StoredFacts {
  readonly kind: RequestKind;
  readonly createdAt: Instant;
  readonly birthDate: Day | null;
  /** The activity, or what the démarche is about ("Autorisations"). */
  readonly subject: string;
  readonly departmentName: string;
  readonly departmentEmail: string;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  readonly groups: readonly LineGroup[];
  /** The lines about the file. */
  readonly fileChanges: readonly FiledFileChange[];
  readonly documents: readonly FiledDocument[];
  readonly events: readonly TimelineEvent[];
}

/** How many answers, lines of the file or documents it is about. */
export function answersCount(request: RequestDetail): number {
  const { kind, answerChanges, fileChanges, documents } = request;
  if (kind === "reservations") return 0;
  return answerChanges.length + fileChanges.length + documents.length;
}

/**
 * The same request with what it says of a child's health, for its own page only: the reading stands in
 * the journal. One statement where it is about health, else none.
 */
export async function withHealth(
  reader: AuthorizedFamily | Authorized<"read-health">,
  request: RequestDetail,
  now: Instant,
): Promise<RequestDetail> {
  if (!request.mayRead || !request.fileChanges.some(({ isHealth }) => isHealth)) return request;
  const health = await readHealthChanges(reader, request.id, now);
  const fileChanges = request.fileChanges.map((line) => ({
    ...line,
    values: line.values ?? health.get(line.field) ?? null,
  }));
  return { ...request, fileChanges };
}

/** What was asked past its cut-off; null for what was asked in time. A late request has one date. */
export function lateChangeOf({ lateReason, groups }: RequestDetail): LineChange | null {
  return lateReason === null ? null : (groups[0]?.change ?? null);
}

/** A request of this family, or null ("introuvable") whoever else it may belong to. Two statements. */
export async function readFamilyRequest(
  family: AuthorizedFamily,
  number: number,
): Promise<RequestDetail | null> {
  const { familyId } = family;
  return readDetail(
    Prisma.sql`q.number = ${number} AND q."familyId" = ${familyId}`,
    Prisma.sql`(q."childId" IS NULL OR EXISTS (SELECT FROM "FamilyChild" fc
      WHERE fc."familyId" = ${familyId} AND fc."childId" = q."childId" AND fc."maySeeFile"))`,
  );
}

/**
 * A request within the agent's rights, or null ("introuvable"); of a limited agent it is always about an
 * inscription, and what is joined to it belongs to the answer. Two statements.
 */
export async function readAgentRequest(
  agent: Authorized<"read-requests">,
  number: number,
): Promise<RequestDetail | null> {
  return readDetail(Prisma.sql`q.number = ${number} AND ${withinScope(agent)}`, Prisma.sql`TRUE`);
}

async function readDetail(chosen: Prisma.Sql, mayRead: Prisma.Sql): Promise<RequestDetail | null> {
  const [rows, years] = await Promise.all([
    readRequestRows(chosen, mayRead),
    readSchoolYears(prisma),
  ]);
  return rows[0] ? detailOf(rows[0], calendarOf(years)) : null;
}

function detailOf(row: RequestRow, calendar: Calendar): RequestDetail {
  const { openings, exceptions, lines, activityLabel, ...rest } = row;
  return {
    ...rest,
    subject: requestSubject(row.kind, activityLabel),
    departmentName: row.departmentName ?? town.department.name,
    departmentEmail: row.departmentEmail ?? town.department.email,
    departmentPhone: row.departmentEmail ? row.departmentPhone : town.department.phone,
    createdAt: dateToInstant(row.createdAt),
    birthDate: row.birthDate === null ? null : day(row.birthDate),
    firstDay: row.firstDay === null ? null : day(row.firstDay),
    lastDay: row.lastDay === null ? null : day(row.lastDay),
    groups: groupLines(lines, { openings, exceptions }, calendar),
    fileChanges: row.fileChanges.map((line) => filedFileChange(line, row.mayRead)),
    documents: row.documents.map((document) => filedDocument(document, row.mayRead)),
    events: row.events.map((event) => ({ ...event, at: instant(event.at) })),
  };
}
