import "server-only";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import type { Calendar } from "@/lib/domain/calendar";
import { day, minDay, type Day } from "@/lib/domain/day";
import { causeOfDecision } from "@/lib/domain/ledger";
import {
  decisionEffect,
  decisionEvent,
  lineStateAfter,
  stateOfLines,
  type LineChange,
  type LineState,
  type ServiceRequestState,
} from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";
import { calendarOf, schoolYearsSql, type SchoolYearRow } from "@/lib/services/school-years";
import { exceptionsSql, openingsSql, type OpeningRows } from "./group-openings";
import { limitedGroups } from "@/lib/services/places/lock-limited";
import { readSeats, type GroupSeats } from "@/lib/services/places/seats";
import type { DayPart } from "@/lib/domain/unit";
import { changePlaces } from "@/lib/services/places/change-places";
import { KeptPrices } from "@/lib/services/places/kept-price";
import { holdGate } from "@/lib/services/tariffs/bookings-gate";
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
  /** The places of the group's days; null where nothing is limited. */
  readonly seats: GroupSeats | null;
  /** When the group opens, and the town's calendar: under the lock, too. */
  readonly group: OpeningRows;
  readonly calendar: Calendar;
}

export interface LockedLine {
  readonly unitId: number;
  readonly unitLabel: string;
  readonly covers: readonly DayPart[];
  readonly nounSingular: string;
  readonly nounPlural: string;
  readonly day: Day;
  readonly change: LineChange;
  readonly state: LineState;
  /** What the change was announced to cost, in cents; null without a price. */
  readonly amount: number | null;
}

type LockedRow = Omit<LockedBookingRequest, "lines" | "group" | "calendar" | "seats"> &
  OpeningRows & { readonly years: readonly SchoolYearRow[] };

/**
 * Locks a request in the order of the house: its inscription, its group where a unit is limited, then itself; before all, the gate, so
 * that no price is replaced meanwhile. What is read afterwards is the last word of whoever held the locks
 * before. `chosen` (on q and g) says which, and within which
 * rights; null where it matches nothing. Three statements, one more where a unit is limited.
 */
async function lockRequest(tx: Tx, chosen: Prisma.Sql): Promise<LockedBookingRequest | null> {
  const [locked] = await readRows<LockedIds>(tx, "lockRequest: inscription")`
    WITH mine AS MATERIALIZED (
      SELECT q.id, i."groupId" FROM (SELECT ${holdGate}) gate CROSS JOIN "ServiceRequest" q
      JOIN "Inscription" i ON i.id = q."inscriptionId" JOIN "Group" g ON g.id = i."groupId"
      WHERE ${chosen} FOR UPDATE OF i
    ), limited AS MATERIALIZED (
      ${limitedGroups(Prisma.sql`SELECT "groupId" FROM mine`, "for-update")}
    )
    SELECT m.id, m."groupId", l.ids FROM mine m
    CROSS JOIN (SELECT coalesce(array_agg(id), '{}') AS ids FROM limited) l`;
  if (!locked) return null;
  const { id, groupId } = locked;
  const rows = await readRows<LockedRow>(tx, "lockRequest")`
    SELECT q.id, q.number, q.state::text AS state, q."familyId", q."inscriptionId", q.late,
      c."firstName" AS "childName", a.label AS "activityLabel", e.name AS "establishmentLabel",
      d.name AS "departmentName", d.email AS "departmentEmail",
      acc.id AS "senderId", acc.email AS "senderEmail", acc."firstName" AS "senderFirstName",
      ${openingsSql} AS openings, ${exceptionsSql} AS exceptions, ${schoolYearsSql} AS years
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
  const [row] = rows;
  if (!row) return null;
  const { openings, exceptions, years, ...request } = row;
  const group = { openings, exceptions };
  const lines = await readLines(tx, id);
  const since = lines.map((line) => line.day).reduce(minDay, lines[0]?.day ?? day("9999-12-31"));
  const [seats = null] = locked.ids.length > 0 ? await readSeats(tx, [groupId], since) : [];
  return { ...request, group, calendar: calendarOf(years), lines, seats };
}

interface LockedIds {
  id: string;
  groupId: number;
  /** Its group, where a unit is limited. */
  ids: number[];
}

async function readLines(tx: Tx, requestId: string): Promise<LockedLine[]> {
  const rows = await readRows<Omit<LockedLine, "day"> & { day: string }>(tx, "readLines")`
    SELECT u.id AS "unitId", u.label AS "unitLabel", u.covers::text[] AS covers, u."nounSingular", u."nounPlural",
      l.day::text AS day, l.change::text AS change, l.state::text AS state, l.amount
    FROM "RequestLine" l JOIN "Unit" u ON u.id = l."unitId"
    WHERE l."requestId" = ${requestId}::uuid ORDER BY l.change, u.position, u.id, l.day`;
  return rows.map((row) => ({ ...row, day: day(row.day) }));
}

/**
 * Settles waiting lines: the lines, their places with what the ledger gives back, the request's state
 * and its timeline, in one statement. Returns the state that the request now has.
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
  await changePlaces(tx, {
    familyId: request.familyId,
    at: settling.now,
    fees: [],
    kept: new KeptPrices(),
    along: {
      rows: lines.map(({ unitId, day, change }) => ({
        inscriptionId: request.inscriptionId,
        unitId,
        day,
        from: change === "add" ? ("pending" as const) : ("removalPending" as const),
        to: decisionEffect(change, decision),
        priceId: null,
        late: request.late,
        offered: false,
        cause: causeOfDecision(decision),
        requestId: request.id,
      })),
      columns: Prisma.empty,
      statements: Prisma.sql`marked AS (
        UPDATE "RequestLine" l SET state = ${lineStateAfter[decision]}::"LineState" FROM change c
        WHERE l."requestId" = c."requestId" AND l."unitId" = c."unitId" AND l.day = c.day
      ), ${closeAndTell(request.id, state, decisionEvent(state, decision), settling)}`,
    },
  });
  return state;
}

/** How dates are locked, settled and journaled, whoever settles them. */
export const settledDates: SettledKind<LockedBookingRequest, LockedLine> = {
  lock: lockRequest,
  settle: settleLines,
  journal: (lines) => ({ lines: lines.map(({ unitId, day }) => `${unitId}|${day}`) }),
};
