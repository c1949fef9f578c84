import "server-only";
import type { Authorized } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { countsByPart, goesOver, standingOn, type Standing } from "@/lib/domain/capacity";
import { day, minDay } from "@/lib/domain/day";
import type { DayPart } from "@/lib/domain/unit";
import { withinScope } from "@/lib/services/agent-scope";
import { isLimited } from "@/lib/services/places/lock-limited";
import { readSeats } from "@/lib/services/places/seats";

/** How the unit of a waiting addition stands that day, as an agent reads it before deciding. */
export interface PlacesOfDate extends Standing {
  /** Accepted, more children would have their answer than there are places. */
  readonly isOver: boolean;
}

/** By `unit|day`; what is not limited is not there. */
export type PlacesOfRequest = Readonly<Record<string, PlacesOfDate>>;

interface WaitingRow {
  groupId: number;
  unitId: number;
  covers: DayPart[];
  day: string;
}

/**
 * The places of the waiting additions of a request within the agent's rights. One statement, and one more
 * where a unit of its group is limited.
 */
export async function readRequestPlaces(
  agent: Authorized<"read-requests">,
  number: number,
): Promise<PlacesOfRequest> {
  const lines = await readRows<WaitingRow>(prisma, "readLimitedLines")`
    SELECT i."groupId", u.id AS "unitId", u.covers::text[] AS covers, l.day::text AS day
    FROM "ServiceRequest" q JOIN "Inscription" i ON i.id = q."inscriptionId"
    JOIN "Group" g ON g.id = i."groupId" JOIN "RequestLine" l ON l."requestId" = q.id
    JOIN "Unit" u ON u.id = l."unitId"
    WHERE q.number = ${number} AND ${withinScope(agent)} AND ${isLimited}
      AND l.change = 'add' AND l.state = 'pending'`;
  const [first] = lines;
  if (!first) return {};
  const since = lines.map((line) => day(line.day)).reduce(minDay);
  const [seats] = await readSeats(prisma, [first.groupId], since);
  if (!seats) return {};
  const counts = countsByPart(seats.counts);
  return Object.fromEntries(
    lines.flatMap(({ unitId, covers, day: on }) => {
      const standing = standingOn(seats.limits, counts, covers, day(on));
      const isOver = goesOver(seats.limits, counts, covers, day(on));
      return standing ? [[`${unitId}|${on}`, { ...standing, isOver }]] : [];
    }),
  );
}
