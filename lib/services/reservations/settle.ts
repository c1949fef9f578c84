import "server-only";
import type { Tx } from "@/lib/commit";
import { day, type Day } from "@/lib/domain/day";
import {
  decisionEffect,
  decisionEvent,
  lineStateAfter,
  stateOfLines,
  type LineChange,
  type LineState,
  type ServiceRequestState,
} from "@/lib/domain/service-request";
import type { Prisma } from "@/lib/generated/prisma/client";
import {
  closeAndTell,
  type LockedRequest,
  type SettledKind,
  type Settling,
} from "@/lib/services/service-requests/settling";

/** A request read under its lock, with what its e-mail needs. */
export interface LockedBookingRequest extends LockedRequest {
  readonly id: string;
  readonly inscriptionId: number;
  /** Asked past its cut-off: what it asks is all additions, or all cancellations. */
  readonly late: boolean;
  readonly childName: string;
  readonly activityLabel: string;
  readonly establishmentLabel: string;
  readonly departmentName: string;
  readonly departmentEmail: string;
  readonly lines: readonly LockedLine[];
}

export interface LockedLine {
  readonly unitId: number;
  readonly unitLabel: string;
  readonly nounSingular: string;
  readonly nounPlural: string;
  readonly day: Day;
  readonly change: LineChange;
  readonly state: LineState;
  /** What the change was announced to cost, in cents; null without a price. */
  readonly amount: number | null;
}

/**
 * Locks a request in the order of the house: its inscription, then itself. What is read afterwards is
 * the last word of whoever held the locks before. `chosen` (on q and g) says which, and within which
 * rights; null where it matches nothing. Three statements.
 */
async function lockRequest(tx: Tx, chosen: Prisma.Sql): Promise<LockedBookingRequest | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT q.id FROM "ServiceRequest" q
    JOIN "Inscription" i ON i.id = q."inscriptionId" JOIN "Group" g ON g.id = i."groupId"
    WHERE ${chosen} FOR UPDATE OF i`;
  const id = locked[0]?.id;
  if (id === undefined) return null;
  const rows = await tx.$queryRaw<Omit<LockedBookingRequest, "lines">[]>`
    SELECT q.id, q.number, q.state::text AS state, q."familyId", q."inscriptionId", q.late,
      c."firstName" AS "childName", a.label AS "activityLabel", e.name AS "establishmentLabel",
      d.name AS "departmentName", d.email AS "departmentEmail",
      acc.id AS "senderId", acc.email AS "senderEmail", acc."firstName" AS "senderFirstName"
    FROM "ServiceRequest" q
    JOIN "Submission" s ON s.id = q."submissionId"
    JOIN "Account" acc ON acc.id = s."accountId"
    JOIN "Child" c ON c.id = q."childId"
    JOIN "Activity" a ON a.id = q."activityId"
    JOIN "Department" d ON d.id = a."departmentId"
    JOIN "Inscription" i ON i.id = q."inscriptionId"
    JOIN "Group" g ON g.id = i."groupId"
    JOIN "Establishment" e ON e.id = g."establishmentId"
    WHERE q.id = ${id}::uuid FOR UPDATE OF q`;
  const request = rows[0];
  return request ? { ...request, lines: await readLines(tx, id) } : null;
}

async function readLines(tx: Tx, requestId: string): Promise<LockedLine[]> {
  const rows = await tx.$queryRaw<(Omit<LockedLine, "day"> & { day: string })[]>`
    SELECT u.id AS "unitId", u.label AS "unitLabel", u."nounSingular", u."nounPlural",
      l.day::text AS day, l.change::text AS change, l.state::text AS state, l.amount
    FROM "RequestLine" l JOIN "Unit" u ON u.id = l."unitId"
    WHERE l."requestId" = ${requestId}::uuid ORDER BY l.change, u.position, u.id, l.day`;
  return rows.map((row) => ({ ...row, day: day(row.day) }));
}

/**
 * Settles waiting lines: the lines, their reservations, the request's state and its timeline, in one
 * statement. Returns the state that the request now has.
 */
async function settleLines(
  tx: Tx,
  request: LockedBookingRequest,
  lines: readonly LockedLine[],
  settling: Settling,
): Promise<ServiceRequestState> {
  const { decision } = settling;
  const settled = new Set(lines);
  const state = stateOfLines(
    request.lines.map((line) => (settled.has(line) ? lineStateAfter[decision] : line.state)),
  );
  const rows = await tx.$queryRaw<{ touched: number }[]>`
    WITH line AS MATERIALIZED (
      SELECT * FROM unnest(
        ${lines.map((l) => l.unitId)}::int[], ${lines.map((l) => l.day)}::date[],
        ${lines.map((l) => (l.change === "add" ? "pending" : "removalPending"))}::text[],
        ${lines.map((l) => decisionEffect(l.change, decision))}::text[]
      ) AS t("unitId", day, "from", "to")
    ), marked AS (
      UPDATE "RequestLine" r SET state = ${lineStateAfter[decision]}::"LineState" FROM line
      WHERE r."requestId" = ${request.id}::uuid AND r."unitId" = line."unitId" AND r.day = line.day
    ), freed AS (
      DELETE FROM "Reservation" r USING line
      WHERE line."to" = 'free' AND r."inscriptionId" = ${request.inscriptionId} AND r.day = line.day
        AND r."unitId" = line."unitId" AND r.state = line."from"::"ReservationState"
      RETURNING 1
    ), kept AS (
      UPDATE "Reservation" r SET state = line."to"::"ReservationState" FROM line
      WHERE line."to" <> 'free' AND r."inscriptionId" = ${request.inscriptionId} AND r.day = line.day
        AND r."unitId" = line."unitId" AND r.state = line."from"::"ReservationState"
      RETURNING 1
    ), ${closeAndTell(request.id, state, decisionEvent(state, decision), settling)}
    SELECT ((SELECT count(*) FROM freed) + (SELECT count(*) FROM kept))::int AS touched`;
  // A waiting line always has its reservation: else someone would read "accepted" without a place.
  if (rows[0]?.touched !== lines.length) {
    throw new Error(`Request ${request.number}: ${lines.length} lines, ${rows[0]?.touched} places`);
  }
  return state;
}

/** How dates are locked, settled and journaled, whoever settles them. */
export const settledDates: SettledKind<LockedBookingRequest, LockedLine> = {
  lock: lockRequest,
  settle: settleLines,
  journal: (lines) => ({ lines: lines.map(({ unitId, day }) => `${unitId}|${day}`) }),
};
