import "server-only";
import type { Authorized, AuthorizedFamily } from "@/lib/auth";
import { dateToInstant, prisma } from "@/lib/db";
import { day, instant, type Day, type Instant } from "@/lib/domain/day";
import type { DocumentContent } from "@/lib/domain/issued-document";
import { requestSubject, type RequestKind } from "@/lib/domain/request-kind";
import type { LineChange, RequestEventKind } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";
import { readHealthChanges } from "@/lib/services/family-file/health";
import { calendarOf, readSchoolYears } from "@/lib/services/school-years";
import type { Reading } from "@/lib/services/service-requests/kind";
import { mayReadRequest } from "@/lib/services/service-requests/reach";
import { withinScope } from "@/lib/services/agent-scope";
import { town } from "@/town/town";
import { readRequestRow, type RequestRow, type StoredFacts } from "./detail-row";
import { requestKind, type Contents } from "./registry";

export interface TimelineEvent {
  readonly at: Instant;
  readonly kind: RequestEventKind;
  /** Null: the portal itself. */
  readonly actorName: string | null;
  readonly message: string | null;
}

/** What is said of a request whatever its kind. */
export interface RequestFacts extends StoredFacts {
  readonly createdAt: Instant;
  readonly birthDate: Day | null;
  /** The activity, or what the démarche is about ("Autorisations"). */
  readonly subject: string;
  readonly departmentName: string;
  readonly departmentEmail: string;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  /** How many lines that are no dates it has. */
  readonly answers: number;
  readonly events: readonly TimelineEvent[];
}

/** A request in full, as its family and the agents read it: its kind says what it holds. */
export type RequestDetail<K extends RequestKind = RequestKind> = {
  [P in K]: RequestFacts & { readonly kind: P; readonly content: Contents[P] };
}[K];

/** What is made of the content of each kind of request. */
export type ByKind<Made> = {
  readonly [K in RequestKind]: (content: Contents[K], request: RequestFacts) => Made;
};

interface Of<K extends RequestKind> {
  readonly kind: K;
  readonly content: Contents[K];
}

/** What `views` makes of a request, by its kind. */
export function viewOf<K extends RequestKind, Made>(
  request: RequestFacts & Of<K>,
  views: ByKind<Made>,
): Made {
  return views[request.kind](request.content, request);
}

/** How many lines the family may still take back. */
export function waitingCount<K extends RequestKind>({ kind, content }: Of<K>, today: Day): number {
  return requestKind[kind].waiting(content, today);
}

/** Its lines on the page that a family prints. */
export function recapOf<K extends RequestKind>({ kind, content }: Of<K>): DocumentContent["table"] {
  return requestKind[kind].recap(content);
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
  if (request.kind !== "familyFile" || !request.mayRead) return request;
  if (!request.content.changes.some(({ isHealth }) => isHealth)) return request;
  const health = await readHealthChanges(reader, request.id, now);
  const changes = request.content.changes.map((line) => ({
    ...line,
    values: line.values ?? health.get(line.field) ?? null,
  }));
  return { ...request, content: { ...request.content, changes } };
}

/** What was asked past its cut-off; null for what was asked in time. A late request asks one change. */
export function lateChangeOf(request: RequestDetail): LineChange | null {
  if (request.kind !== "reservations" || request.lateReason === null) return null;
  return request.content.groups[0]?.change ?? null;
}

/** A request of this family, or null ("introuvable") whoever else it may belong to. Two statements. */
export async function readFamilyRequest(
  family: AuthorizedFamily,
  number: number,
): Promise<RequestDetail | null> {
  return readDetail(
    Prisma.sql`q.number = ${number} AND q."familyId" = ${family.familyId}`,
    mayReadRequest,
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
  const [row, years] = await Promise.all([
    readRequestRow(chosen, mayRead),
    readSchoolYears(prisma),
  ]);
  if (!row) return null;
  return detailOf(row, { mayRead: row.facts.mayRead, calendar: calendarOf(years) });
}

function detailOf<K extends RequestKind>(row: RequestRow<K>, reading: Reading): RequestDetail {
  const { kind, facts } = row;
  const { activityLabel, ...rest } = facts;
  const content = requestKind[kind].read(row.content, reading);
  const detail = {
    ...rest,
    kind,
    content,
    answers: requestKind[kind].answers(content),
    subject: requestSubject(kind, activityLabel),
    departmentName: facts.departmentName ?? town.department.name,
    departmentEmail: facts.departmentEmail ?? town.department.email,
    departmentPhone: facts.departmentEmail ? facts.departmentPhone : town.department.phone,
    createdAt: dateToInstant(facts.createdAt),
    birthDate: facts.birthDate === null ? null : day(facts.birthDate),
    firstDay: facts.firstDay === null ? null : day(facts.firstDay),
    lastDay: facts.lastDay === null ? null : day(facts.lastDay),
    events: facts.events.map((event) => ({ ...event, at: instant(event.at) })),
  };
  return detail as RequestDetail;
}
