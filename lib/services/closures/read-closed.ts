import "server-only";
import { type Reader, readRows } from "@/lib/db/rows";
import type { ReservationState } from "@/lib/domain/booking/context";
import { day, type Day } from "@/lib/domain/day";
import { Prisma } from "@/lib/generated/prisma/client";
import { someRight } from "@/lib/services/child-rights";
import type { ClosingPlace } from "@/lib/services/reservations/closing-dates";
import type { WaitingDate } from "@/lib/services/reservations/drop-lines";

/** A place that a closure took, and whether it can be given back over what has changed since. */
export interface ClosedPlaceRow extends ClosingPlace {
  readonly late: boolean;
  readonly offered: boolean;
  readonly priceId: string | null;
  /** Nobody has taken it or this moment of the child's day since, nor ended what it stood in. */
  readonly free: boolean;
}

/**
 * On x and o (two "Closure"): both close something of one group, unit and day. What was closed first is
 * reopened last, so that each finds what it left.
 */
export const sameDays = Prisma.sql`(x."firstDay" <= o."lastDay" AND o."firstDay" <= x."lastDay"
  AND (x."everyUnit" OR o."everyUnit" OR x."unitId" = o."unitId")
  AND EXISTS (SELECT FROM "Group" g WHERE ${targets(Prisma.sql`x`)} AND ${targets(Prisma.sql`o`)}))`;

function targets(c: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${c}.target = 'town' OR ${c}."establishmentId" = g."establishmentId"
    OR ${c}."activityId" = g."activityId" OR ${c}."groupId" = g.id)`;
}

/** Locks the inscriptions of the closure's places and dates, then its requests, in the order of the house. */
export async function lockClosed(db: Reader, closureId: number): Promise<void> {
  await readRows<{ id: number }>(db, "lockClosedInscriptions")`
    SELECT i.id FROM "Inscription" i
    WHERE i.id IN (SELECT "inscriptionId" FROM "ClosedPlace" WHERE "closureId" = ${closureId})
    ORDER BY i.id FOR UPDATE`;
  await readRows<{ id: string }>(db, "lockClosedRequests")`
    SELECT q.id FROM "ServiceRequest" q
    WHERE q.id IN (SELECT "requestId" FROM "ClosedLine" WHERE "closureId" = ${closureId})
    ORDER BY q.id FOR UPDATE`;
}

/** What was held, as it was, with whether it is free. One statement. */
export async function readClosedPlaces(db: Reader, closureId: number): Promise<ClosedPlaceRow[]> {
  const rows = await readRows<
    Omit<ClosedPlaceRow, "day" | "state"> & { day: string; state: ReservationState }
  >(db, "readClosedPlaces")`
    SELECT k."inscriptionId", k."unitId", k.day::text AS day, k.state::text AS state, k."familyId",
      k.late, k.offered, k."priceId", i."childId", c."firstName", u.label AS "unitLabel", u."nounSingular",
      u."nounPlural", a.label AS "activityLabel", d.email AS "departmentEmail", p.amount,
      EXISTS (SELECT FROM "FamilyChild" fc WHERE fc."familyId" = k."familyId"
        AND fc."childId" = i."childId" AND ${someRight}) AS seen,
      (k.day BETWEEN i."firstDay" AND i."lastDay" AND ${isUntaken} AND ${isNotClosedAnew}
        AND (k.state = 'reserved' OR ${stillDropped})) AS free
    FROM "ClosedPlace" k
    JOIN "Inscription" i ON i.id = k."inscriptionId"
    JOIN "Child" c ON c.id = i."childId"
    JOIN "Unit" u ON u.id = k."unitId"
    JOIN "Activity" a ON a.id = u."activityId"
    JOIN "Department" d ON d.id = a."departmentId"
    LEFT JOIN "Price" p ON p.id = k."priceId"
    WHERE k."closureId" = ${closureId}
    ORDER BY k.day, a.position, u.position, u.id, k."familyId", i."childId", i.id`;
  return rows.map((row) => ({ ...row, day: day(row.day) }));
}

/** On k, i and u: neither the place nor this moment of the child's day is held. */
const isUntaken = Prisma.sql`NOT EXISTS (
  SELECT FROM "Inscription" own
  JOIN "Reservation" r ON r."inscriptionId" = own.id AND r.day = k.day
  JOIN "Unit" w ON w.id = r."unitId"
  WHERE own."childId" = i."childId"
    AND ((r."inscriptionId" = k."inscriptionId" AND r."unitId" = k."unitId") OR w.covers && u.covers))`;

/** On k and i: no colleague has closed the day for a reason of its own, in the place of this closure. */
const isNotClosedAnew = Prisma.sql`NOT EXISTS (
  SELECT FROM "ClosedException" x
  JOIN "Closure" cl ON cl.id = x."closureId"
  JOIN "OpeningException" o ON o."groupId" = x."groupId" AND o.day = x.day
    AND o."unitId" IS NOT DISTINCT FROM x."unitId"
  WHERE x."closureId" = k."closureId" AND x."groupId" = i."groupId" AND x.day = k.day
    AND (x."everyUnit" OR x."unitId" = k."unitId")
    AND NOT o.open AND o.reason IS DISTINCT FROM cl.reason)`;

/** On k: the date of the request that waited for it is still closed without an answer. */
const stillDropped = Prisma.sql`EXISTS (
  SELECT FROM "ClosedLine" n
  JOIN "ServiceRequest" q ON q.id = n."requestId" AND q."inscriptionId" = k."inscriptionId"
  JOIN "RequestLine" l ON l."requestId" = n."requestId" AND l.day = n.day AND l."unitId" = n."unitId"
  WHERE n."closureId" = k."closureId" AND n.day = k.day AND n."unitId" = k."unitId"
    AND l.state = 'dropped')`;

/** What waited, with the inscription that it is about. One statement. */
export async function readClosedLines(
  db: Reader,
  closureId: number,
): Promise<(WaitingDate & { readonly inscriptionId: number })[]> {
  const rows = await readRows<{
    requestId: string;
    unitId: number;
    day: string;
    inscriptionId: number;
  }>(db, "readClosedLines")`
    SELECT n."requestId", n."unitId", n.day::text AS day, q."inscriptionId"
    FROM "ClosedLine" n
    JOIN "ServiceRequest" q ON q.id = n."requestId" AND q."inscriptionId" IS NOT NULL
    JOIN "RequestLine" l ON l."requestId" = n."requestId" AND l.day = n.day AND l."unitId" = n."unitId"
    WHERE n."closureId" = ${closureId} AND l.state = 'dropped'
    ORDER BY n."requestId", n.day, n."unitId"`;
  return rows.map((row) => ({ ...row, day: day(row.day) }));
}

/** Where a place stands, as a key. */
export function placeKey(place: {
  readonly inscriptionId: number;
  readonly unitId: number;
  readonly day: Day;
}): string {
  return `${place.inscriptionId}|${place.unitId}|${place.day}`;
}
