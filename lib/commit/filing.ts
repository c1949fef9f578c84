import "server-only";
import { randomUUID } from "node:crypto";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { readRows } from "@/lib/db/rows";
import type { Day, Instant } from "@/lib/domain/day";
import type { RequestKind } from "@/lib/domain/request-kind";
import type { ServiceRequestState } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";

/** A request about to be filed: all but its number. */
export interface RequestToFile {
  readonly id: string;
  /** Whom it is about: a child, a guardian, or neither: the whole family. */
  readonly childId: number | null;
  readonly guardianId?: number;
  readonly state: ServiceRequestState;
  /** What it changes of an inscription; null where it is about something else. */
  readonly booking: {
    readonly inscriptionId: number;
    readonly activityId: number;
    readonly firstDay: Day;
    readonly lastDay: Day;
    readonly additions: number;
    readonly removals: number;
    /** Why it is asked past the cut-off; null within it. */
    readonly lateReason: string | null;
  } | null;
}

/** What a family sends at once, about to be filed. One request at least. */
export interface SubmissionToFile {
  readonly id: string;
  readonly familyId: number;
  readonly accountId: string;
  readonly actorName: string;
  readonly kind: RequestKind;
  readonly requests: readonly RequestToFile[];
  /** What stands beside it in the timeline: why an agent acts in the family's stead. */
  readonly message?: string;
}

/** A submission of the family that acts, by who acts. */
export function submissionBy(
  { proof, actor }: ActionContext<AuthorizedFamily>,
  what: Pick<SubmissionToFile, "kind" | "requests" | "message">,
): SubmissionToFile {
  const { familyId, accountId } = proof;
  const actorName = `${actor.firstName} ${actor.lastName}`;
  return { id: randomUUID(), familyId, accountId, actorName, ...what };
}

/**
 * Takes the numbers and files submissions, their requests and the first events of their timelines, in
 * one statement: the counter is the only global lock. Called by `commit` alone, after all checks and bulk
 * writes, so that others wait for a moment only (ADR 0005, 0016). `besides` is a statement that goes along
 * (the draft that was sent is dropped); it may read `counter.last`, the last number given. Gives the
 * numbers, in the order of the requests.
 */
export async function fileSubmissions(
  tx: Prisma.TransactionClient,
  now: Instant,
  submissions: readonly SubmissionToFile[],
  besides: Prisma.Sql | null,
): Promise<number[]> {
  const requests = submissions.flatMap(({ requests: those, ...by }) =>
    those.map((request) => ({ ...request, by })),
  );
  const of = <V>(value: (booking: NonNullable<RequestToFile["booking"]>) => V) =>
    requests.map(({ booking }) => booking && value(booking));
  const rows = await readRows<{ last: number }>(tx, "fileSubmissions")`
    WITH counter AS (
      UPDATE "RequestCounter" SET last = last + ${requests.length} WHERE id = 1 RETURNING last
    ), dossier AS (
      INSERT INTO "Submission" (id, "accountId", "familyId", kind, "createdAt")
      SELECT s.id, s."accountId", s."familyId", s.kind::"RequestKind", ${now}::timestamptz
      FROM unnest(
        ${submissions.map(({ id }) => id)}::uuid[], ${submissions.map((s) => s.accountId)}::uuid[],
        ${submissions.map((s) => s.familyId)}::int[], ${submissions.map(({ kind }) => kind)}::text[]
      ) AS s(id, "accountId", "familyId", kind)
    ), filed AS (
      INSERT INTO "ServiceRequest" (id, number, "submissionId", "familyId", "childId", "guardianId", "inscriptionId", "activityId",
        kind, state, "firstDay", "lastDay", additions, removals, late, reason, "createdAt", "decidedAt")
      SELECT r.id, counter.last - ${requests.length} + r.rank, r."submissionId", r."familyId", r."childId",
        r."guardianId", r."inscriptionId", r."activityId", r.kind::"RequestKind", r.state::"ServiceRequestState", r."firstDay", r."lastDay",
        coalesce(r.additions, 0), coalesce(r.removals, 0), r.reason IS NOT NULL, r.reason, ${now}::timestamptz,
        CASE WHEN r.state IN ('accepted', 'partlyAccepted', 'refused', 'withdrawn', 'dropped') THEN ${now}::timestamptz END
      FROM counter, unnest(
        ${requests.map(({ by }) => by.id)}::uuid[], ${requests.map(({ by }) => by.familyId)}::int[],
        ${requests.map(({ by }) => by.kind)}::text[],
        ${requests.map((r) => r.id)}::uuid[], ${requests.map((r) => r.childId)}::int[],
        ${requests.map((r) => r.guardianId ?? null)}::int[],
        ${requests.map((r) => r.state)}::text[], ${of((b) => b.inscriptionId)}::int[],
        ${of((b) => b.activityId)}::int[], ${of((b) => b.firstDay)}::date[], ${of((b) => b.lastDay)}::date[],
        ${of((b) => b.additions)}::int[], ${of((b) => b.removals)}::int[], ${of((b) => b.lateReason)}::text[]
      ) WITH ORDINALITY AS r("submissionId", "familyId", kind, id, "childId", "guardianId", state, "inscriptionId",
        "activityId", "firstDay", "lastDay", additions, removals, reason, rank)
      RETURNING id, state, "submissionId"
    ), told AS (
      INSERT INTO "RequestEvent" ("requestId", at, kind, "actorName", "accountId", message)
      SELECT filed.id, ${now}::timestamptz, 'submitted'::"RequestEventKind", s.name, s."accountId", s.message
      FROM filed JOIN unnest(
        ${submissions.map(({ id }) => id)}::uuid[], ${submissions.map((s) => s.accountId)}::uuid[],
        ${submissions.map(({ actorName }) => actorName)}::text[],
        ${submissions.map(({ message }) => message ?? null)}::text[]
      ) AS s(id, "accountId", name, message) ON s.id = filed."submissionId"
      UNION ALL
      SELECT id, ${now}::timestamptz, 'accepted'::"RequestEventKind", NULL, NULL, NULL FROM filed WHERE state = 'accepted'
    ), besides AS (
      ${besides ?? Prisma.sql`SELECT 1`}
    )
    SELECT last FROM counter`;
  const last = rows[0]?.last;
  if (last === undefined) throw new Error("RequestCounter has no row: was the migration applied?");
  return requests.map((_, i) => last - requests.length + 1 + i);
}
