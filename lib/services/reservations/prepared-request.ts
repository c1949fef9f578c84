import "server-only";
import { randomUUID } from "node:crypto";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import type { BookingContext, BookingInscription } from "@/lib/domain/booking/context";
import type { PlannedChange } from "@/lib/domain/booking/plan";
import { maxDay, minDay, type Day } from "@/lib/domain/day";
import {
  initialLineState,
  stateOfLines,
  type ServiceRequestState,
} from "@/lib/domain/service-request";
import { demarcheSlug } from "./demarche-slug";
import type { InscriptionChanges } from "./recap";

/** A request about to be filed: all but its number. */
export interface PreparedRequest {
  readonly id: string;
  readonly inscription: BookingInscription;
  readonly childName: string;
  readonly changes: readonly PlannedChange[];
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly additions: number;
  readonly removals: number;
  readonly state: ServiceRequestState;
}

/** One request per child and inscription, with the state that it has at once. */
export function preparedRequest(
  context: BookingContext,
  { inscription, changes }: InscriptionChanges,
): PreparedRequest {
  const days = changes.map(({ cell }) => cell.day);
  const additions = changes.filter(({ change }) => change === "add").length;
  return {
    id: randomUUID(),
    inscription,
    childName: context.children.find(({ id }) => id === inscription.childId)?.firstName ?? "",
    changes,
    firstDay: days.reduce(minDay),
    lastDay: days.reduce(maxDay),
    additions,
    removals: changes.length - additions,
    state: stateOfLines(changes.map(initialLineState)),
  };
}

/**
 * Takes the numbers and files the submission, its requests and the first events of their timelines,
 * and drops the draft, in one statement: the counter is the only global lock, and it is taken here,
 * after all checks and bulk writes, so that others wait for a moment only.
 */
export async function fileRequests(
  tx: Tx,
  ctx: ActionContext<AuthorizedFamily>,
  submission: { submissionId: string; schoolYearId: number },
  requests: readonly PreparedRequest[],
): Promise<number[]> {
  const { familyId, accountId } = ctx.proof;
  const rows = await tx.$queryRaw<{ last: number }[]>`
    WITH counter AS (
      UPDATE "RequestCounter" SET last = last + ${requests.length} WHERE id = 1 RETURNING last
    ), dossier AS (
      INSERT INTO "Submission" (id, "accountId", "familyId", demarche, "createdAt")
      VALUES (${submission.submissionId}::uuid, ${accountId}::uuid, ${familyId}, ${demarcheSlug}, ${ctx.now}::timestamptz)
    ), filed AS (
      INSERT INTO "ServiceRequest" (id, number, "submissionId", "familyId", "childId", "inscriptionId", "activityId",
        demarche, state, "firstDay", "lastDay", additions, removals, "createdAt", "decidedAt")
      SELECT r.id, counter.last - ${requests.length} + r.rank, ${submission.submissionId}::uuid, ${familyId}, r."childId",
        r."inscriptionId", r."activityId", ${demarcheSlug}, r.state::"ServiceRequestState", r."firstDay", r."lastDay",
        r.additions, r.removals, ${ctx.now}::timestamptz,
        CASE WHEN r.state <> 'pending' THEN ${ctx.now}::timestamptz END
      FROM counter, unnest(
        ${requests.map(({ id }) => id)}::uuid[], ${requests.map((r) => r.inscription.childId)}::int[],
        ${requests.map((r) => r.inscription.id)}::int[], ${requests.map((r) => r.inscription.activityId)}::int[],
        ${requests.map(({ state }) => state)}::text[], ${requests.map((r) => r.firstDay)}::date[],
        ${requests.map((r) => r.lastDay)}::date[], ${requests.map((r) => r.additions)}::int[],
        ${requests.map((r) => r.removals)}::int[]
      ) WITH ORDINALITY AS r(id, "childId", "inscriptionId", "activityId", state, "firstDay", "lastDay",
        additions, removals, rank)
      RETURNING id, state
    ), told AS (
      INSERT INTO "RequestEvent" ("requestId", at, kind, "actorName", "accountId")
      SELECT id, ${ctx.now}::timestamptz, 'submitted'::"RequestEventKind",
        ${`${ctx.actor.firstName} ${ctx.actor.lastName}`}, ${accountId}::uuid FROM filed
      UNION ALL
      SELECT id, ${ctx.now}::timestamptz, 'accepted'::"RequestEventKind", NULL, NULL FROM filed WHERE state = 'accepted'
    ), dropped AS (
      DELETE FROM "Draft" WHERE "accountId" = ${accountId}::uuid AND "familyId" = ${familyId}
        AND "schoolYearId" = ${submission.schoolYearId} AND demarche = ${demarcheSlug}
    )
    SELECT last FROM counter`;
  const last = rows[0]?.last;
  if (last === undefined) throw new Error("RequestCounter has no row: was the migration applied?");
  return requests.map((_, i) => last - requests.length + 1 + i);
}
