import type { Tx } from "@/lib/commit";
import type { RequestKind } from "@/lib/domain/request-kind";
import type {
  LineChange,
  LineState,
  RequestEventKind,
  ServiceRequestState,
} from "@/lib/domain/service-request";
import { daysApart } from "./days-apart";

export interface EventSpec {
  at: string;
  kind: RequestEventKind;
  actorName?: string;
  accountId?: string;
  message?: string;
}

/** A request with all that is stored of it. */
export interface RequestRow {
  id: string;
  number: number;
  submissionId: string;
  accountId: string;
  familyId: number;
  childId: number;
  inscriptionId: number;
  activityId: number;
  createdAt: string;
  decidedAt: string | null;
  lines: readonly { unitId: number; day: string; change: LineChange; state: LineState }[];
  events: readonly EventSpec[];
}

type StoredRequest = RequestRow & {
  state: ServiceRequestState;
  firstDay: string;
  lastDay: string;
  additions: number;
  removals: number;
};

/** Writes submissions, requests, timelines and lines by `unnest`. */
export async function insertRequests(
  db: Tx,
  kind: RequestKind,
  rows: readonly StoredRequest[],
): Promise<void> {
  if (rows.length === 0) return;
  await insertSubmissions(db, kind, rows);
  await insertRequestRows(db, kind, rows);
  await insertEvents(db, rows);
  await insertLines(
    db,
    rows.flatMap((row) => row.lines.map((line) => ({ ...line, requestId: row.id }))),
  );
}

// Several requests of one sending name the same submission: the first one makes it.
async function insertSubmissions(db: Tx, kind: RequestKind, rows: readonly StoredRequest[]) {
  await db.$executeRaw`
    INSERT INTO "Submission" (id, "accountId", "familyId", kind, "createdAt")
    SELECT t.id, t."accountId", t."familyId", ${kind}::"RequestKind", t."createdAt" FROM unnest(
      ${rows.map((r) => r.submissionId)}::uuid[], ${rows.map((r) => r.accountId)}::uuid[],
      ${rows.map((r) => r.familyId)}::int[], ${rows.map((r) => r.createdAt)}::timestamptz[]
    ) AS t(id, "accountId", "familyId", "createdAt")
    ON CONFLICT (id) DO NOTHING`;
}

async function insertRequestRows(db: Tx, kind: RequestKind, rows: readonly StoredRequest[]) {
  await db.$executeRaw`
    INSERT INTO "ServiceRequest" (id, number, "submissionId", "familyId", "childId", "inscriptionId",
      "activityId", kind, state, "firstDay", "lastDay", additions, removals, "createdAt", "decidedAt")
    SELECT t.id, t.number, t."submissionId", t."familyId", t."childId", t."inscriptionId", t."activityId",
      ${kind}::"RequestKind", t.state::"ServiceRequestState", t."firstDay", t."lastDay", t.additions, t.removals,
      t."createdAt", t."decidedAt"
    FROM unnest(
      ${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.number)}::int[],
      ${rows.map((r) => r.submissionId)}::uuid[], ${rows.map((r) => r.familyId)}::int[],
      ${rows.map((r) => r.childId)}::int[], ${rows.map((r) => r.inscriptionId)}::int[],
      ${rows.map((r) => r.activityId)}::int[], ${rows.map((r) => r.state)}::text[],
      ${rows.map((r) => r.firstDay)}::date[], ${rows.map((r) => r.lastDay)}::date[],
      ${rows.map((r) => r.additions)}::int[], ${rows.map((r) => r.removals)}::int[],
      ${rows.map((r) => r.createdAt)}::timestamptz[], ${rows.map((r) => r.decidedAt)}::timestamptz[]
    ) AS t(id, number, "submissionId", "familyId", "childId", "inscriptionId", "activityId", state,
      "firstDay", "lastDay", additions, removals, "createdAt", "decidedAt")`;
}

async function insertEvents(db: Tx, rows: readonly StoredRequest[]) {
  const events = rows.flatMap((row) =>
    row.events.map((event) => ({ ...event, requestId: row.id })),
  );
  await db.$executeRaw`
    INSERT INTO "RequestEvent" ("requestId", at, kind, "actorName", "accountId", message)
    SELECT t."requestId", t.at, t.kind::"RequestEventKind", t."actorName", t."accountId", t.message
    FROM unnest(
      ${events.map((e) => e.requestId)}::uuid[], ${events.map((e) => e.at)}::timestamptz[],
      ${events.map((e) => e.kind)}::text[], ${events.map((e) => e.actorName ?? null)}::text[],
      ${events.map((e) => e.accountId ?? null)}::uuid[], ${events.map((e) => e.message ?? null)}::text[]
    ) WITH ORDINALITY AS t("requestId", at, kind, "actorName", "accountId", message, rank)
    ORDER BY t.rank`;
}

type StoredLine = StoredRequest["lines"][number] & { requestId: string };

// A request's lines differ by their day mostly: days travel as one text a unit and state.
async function insertLines(db: Tx, lines: readonly StoredLine[]) {
  const rows = daysApart(lines, (l) => `${l.requestId} ${l.unitId} ${l.change} ${l.state}`);
  await db.$executeRaw`
    INSERT INTO "RequestLine" ("requestId", day, "unitId", change, state)
    SELECT t."requestId", d.day, t."unitId", t.change::"LineChange", t.state::"LineState"
    FROM unnest(
      ${rows.map(({ row }) => row.requestId)}::uuid[], ${rows.map(({ days }) => days)}::text[],
      ${rows.map(({ row }) => row.unitId)}::int[], ${rows.map(({ row }) => row.change)}::text[],
      ${rows.map(({ row }) => row.state)}::text[]
    ) AS t("requestId", days, "unitId", change, state),
    unnest(string_to_array(t.days, ',')::date[]) AS d(day)`;
}
