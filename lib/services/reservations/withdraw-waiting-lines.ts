import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import type { PlannedChange } from "@/lib/domain/booking/plan";
import { stateOfLines, type LineState } from "@/lib/domain/service-request";

/**
 * A cell that was waiting for the service and is taken back by the family withdraws the line that
 * waited, and the request's timeline tells it; a request without any waiting line left is closed. No
 * statement where nothing waited, three else.
 */
export async function withdrawWaitingLines(
  tx: Tx,
  ctx: ActionContext<AuthorizedFamily>,
  changes: readonly PlannedChange[],
): Promise<void> {
  const cells = changes
    .filter(({ from }) => from === "pending" || from === "removalPending")
    .map(({ cell }) => cell);
  if (cells.length === 0) return;
  const touched = await readRows<{ requestId: string }>(tx, "withdrawWaitingLines")`
    UPDATE "RequestLine" l SET state = 'withdrawn'
    FROM "ServiceRequest" q, unnest(
      ${cells.map((c) => c.inscriptionId)}::int[], ${cells.map((c) => c.unitId)}::int[],
      ${cells.map((c) => c.day)}::date[]
    ) AS c("inscriptionId", "unitId", day)
    WHERE q."inscriptionId" = c."inscriptionId" AND q.id = l."requestId" AND q.state = 'pending'
      AND l.day = c.day AND l."unitId" = c."unitId" AND l.state = 'pending'
    RETURNING l."requestId"`;
  await tellAndClose(tx, ctx, [...new Set(touched.map(({ requestId }) => requestId))]);
}

async function tellAndClose(
  tx: Tx,
  ctx: ActionContext<AuthorizedFamily>,
  requestIds: readonly string[],
): Promise<void> {
  const rows = await readRows<{ id: string; states: LineState[] }>(tx, "tellAndClose")`
    SELECT "requestId" AS id, array_agg(DISTINCT state::text) AS states FROM "RequestLine"
    WHERE "requestId" = ANY(${[...requestIds]}::uuid[]) GROUP BY "requestId"`;
  const states = rows.map(({ id, states }) => ({ id, state: stateOfLines(states) }));
  await tx.$executeRaw`
    WITH touched AS (
      SELECT * FROM unnest(${states.map(({ id }) => id)}::uuid[], ${states.map(({ state }) => state)}::text[])
        AS t(id, state)
    ), closed AS (
      UPDATE "ServiceRequest" q SET state = t.state::"ServiceRequestState", "decidedAt" = ${ctx.now}::timestamptz
      FROM touched t WHERE q.id = t.id AND t.state IN ('accepted', 'partlyAccepted', 'refused', 'withdrawn', 'dropped')
    )
    INSERT INTO "RequestEvent" ("requestId", at, kind, "actorName", "accountId")
    SELECT id, ${ctx.now}::timestamptz, 'withdrawn'::"RequestEventKind",
      ${`${ctx.actor.firstName} ${ctx.actor.lastName}`}, ${ctx.proof.accountId}::uuid
    FROM touched`;
}
