import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import type { Day } from "@/lib/domain/day";
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

/**
 * Takes the numbers and files a submission, its requests and the first events of their timelines, in
 * one statement: the counter is the only global lock, and it is taken here, after all checks and bulk
 * writes, so that others wait for a moment only. `besides` is a statement that goes along (the draft
 * that was sent is dropped). Returns the numbers, in the order of the requests.
 */
export async function fileRequests(
  tx: Tx,
  ctx: ActionContext<AuthorizedFamily>,
  submission: { readonly id: string; readonly kind: RequestKind; readonly besides?: Prisma.Sql },
  requests: readonly RequestToFile[],
): Promise<number[]> {
  const { familyId, accountId } = ctx.proof;
  const { id, kind, besides } = submission;
  const of = <V>(value: (booking: NonNullable<RequestToFile["booking"]>) => V) =>
    requests.map(({ booking }) => booking && value(booking));
  const rows = await tx.$queryRaw<{ last: number }[]>`
    WITH counter AS (
      UPDATE "RequestCounter" SET last = last + ${requests.length} WHERE id = 1 RETURNING last
    ), dossier AS (
      INSERT INTO "Submission" (id, "accountId", "familyId", kind, "createdAt")
      VALUES (${id}::uuid, ${accountId}::uuid, ${familyId}, ${kind}::"RequestKind", ${ctx.now}::timestamptz)
    ), filed AS (
      INSERT INTO "ServiceRequest" (id, number, "submissionId", "familyId", "childId", "guardianId", "inscriptionId", "activityId",
        kind, state, "firstDay", "lastDay", additions, removals, late, reason, "createdAt", "decidedAt")
      SELECT r.id, counter.last - ${requests.length} + r.rank, ${id}::uuid, ${familyId}, r."childId",
        r."guardianId", r."inscriptionId", r."activityId", ${kind}::"RequestKind", r.state::"ServiceRequestState", r."firstDay", r."lastDay",
        coalesce(r.additions, 0), coalesce(r.removals, 0), r.reason IS NOT NULL, r.reason, ${ctx.now}::timestamptz,
        CASE WHEN r.state <> 'pending' THEN ${ctx.now}::timestamptz END
      FROM counter, unnest(
        ${requests.map((r) => r.id)}::uuid[], ${requests.map((r) => r.childId)}::int[],
        ${requests.map((r) => r.guardianId ?? null)}::int[],
        ${requests.map((r) => r.state)}::text[], ${of((b) => b.inscriptionId)}::int[],
        ${of((b) => b.activityId)}::int[], ${of((b) => b.firstDay)}::date[], ${of((b) => b.lastDay)}::date[],
        ${of((b) => b.additions)}::int[], ${of((b) => b.removals)}::int[], ${of((b) => b.lateReason)}::text[]
      ) WITH ORDINALITY AS r(id, "childId", "guardianId", state, "inscriptionId", "activityId", "firstDay", "lastDay",
        additions, removals, reason, rank)
      RETURNING id, state
    ), told AS (
      INSERT INTO "RequestEvent" ("requestId", at, kind, "actorName", "accountId")
      SELECT id, ${ctx.now}::timestamptz, 'submitted'::"RequestEventKind",
        ${`${ctx.actor.firstName} ${ctx.actor.lastName}`}, ${accountId}::uuid FROM filed
      UNION ALL
      SELECT id, ${ctx.now}::timestamptz, 'accepted'::"RequestEventKind", NULL, NULL FROM filed WHERE state = 'accepted'
    ), besides AS (
      ${besides ?? Prisma.sql`SELECT 1`}
    )
    SELECT last FROM counter`;
  const last = rows[0]?.last;
  if (last === undefined) throw new Error("RequestCounter has no row: was the migration applied?");
  return requests.map((_, i) => last - requests.length + 1 + i);
}
