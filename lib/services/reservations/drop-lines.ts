import "server-only";
import type { Day, Instant } from "@/lib/domain/day";
import {
  stateOfLines,
  type LineState,
  type ServiceRequestState,
} from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";

/** Who drops, when, and what the timelines of requests say of it. */
export interface DroppingAct {
  readonly at: Instant;
  readonly accountId: string;
  readonly actorName: string;
  readonly message: string;
}

/** A date of a request that waits for an answer. */
export interface WaitingDate {
  readonly requestId: string;
  readonly unitId: number;
  readonly day: Day;
}

/** One that will have none. `others`: the states of the request's other dates. */
interface DroppedDate extends WaitingDate {
  readonly others: readonly LineState[];
}

/**
 * The part of a statement that closes dates without an answer, as `line`, and their requests with them where
 * nothing else waits; the timelines say so. The caller holds the requests' locks.
 */
export function droppedLinesSql(act: DroppingAct, lines: readonly DroppedDate[]): Prisma.Sql {
  return Prisma.sql`line AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(lineRows(lines))}::json) AS l(
        "requestId" uuid, "unitId" int, day date)
    ), dropped AS (
      UPDATE "RequestLine" r SET state = 'dropped' FROM line l
      WHERE r."requestId" = l."requestId" AND r."unitId" = l."unitId" AND r.day = l.day
    ), request AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(requestRows(lines))}::json) AS q(
        id uuid, state text)
    ), settled AS (
      UPDATE "ServiceRequest" q SET state = n.state::"ServiceRequestState",
        "decidedAt" = CASE WHEN n.state = 'pending' THEN NULL ELSE ${act.at}::timestamptz END
      FROM request n WHERE q.id = n.id
    ), told AS (
      INSERT INTO "RequestEvent" ("requestId", at, kind, "actorName", "accountId", message)
      SELECT id, ${act.at}::timestamptz, 'dropped', ${act.actorName}, ${act.accountId}::uuid,
        ${act.message} FROM request
    )`;
}

/** As `json_to_recordset` reads them. */
export function lineRows(lines: readonly WaitingDate[]) {
  return lines.map(({ requestId, unitId, day }) => ({ requestId, unitId, day }));
}

/** Each request once, in the state that follows from its lines. */
function requestRows(lines: readonly DroppedDate[]): { id: string; state: ServiceRequestState }[] {
  const byId = new Map(lines.map((line) => [line.requestId, line.others]));
  return [...byId].map(([id, others]) => ({ id, state: stateOfLines([...others, "dropped"]) }));
}
