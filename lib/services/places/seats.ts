import "server-only";
import { type Reader, readRows } from "@/lib/db/rows";
import type { PartCount, UnitLimit } from "@/lib/domain/capacity";
import { day, type Day } from "@/lib/domain/day";
import { Prisma } from "@/lib/generated/prisma/client";
import type { DayPart } from "@/lib/domain/unit";

/** How a limited group stands: what its units allow, and what children hold of its days. */
export interface GroupSeats {
  readonly groupId: number;
  readonly limits: readonly UnitLimit[];
  readonly counts: readonly PartCount[];
}

/** How many children hold each moment of these groups' days from a day on, and how many of them wait. */
const heldSql = (groupIds: Prisma.Sql, since: Day) => Prisma.sql`
  SELECT i."groupId", r.day, p.part, count(DISTINCT r."inscriptionId")::int AS held,
    count(DISTINCT r."inscriptionId") FILTER (WHERE r.state = 'pending')::int AS asked
  FROM "Inscription" i JOIN "Reservation" r ON r."inscriptionId" = i.id AND r.day >= ${since}::date
  JOIN "Unit" u ON u.id = r."unitId" CROSS JOIN unnest(u.covers) p(part)
  WHERE i."groupId" IN (${groupIds})
  GROUP BY i."groupId", r.day, p.part`;

interface SeatsRow {
  groupId: number;
  limits: {
    unitId: number;
    covers: DayPart[];
    usual: number | null;
    exceptions: { from: string; to: string; seats: number }[];
  }[];
  counts: { day: string; part: DayPart; taken: number; asked: number }[];
}

/**
 * The places of these groups from a day on: every place held is counted, whoever holds it, a child once at
 * each moment. A group of which nothing is limited is left out. One statement, whatever the number.
 */
export async function readSeats(
  db: Reader,
  groupIds: readonly number[],
  since: Day,
): Promise<GroupSeats[]> {
  const rows = await readRows<SeatsRow>(db, "readSeats")`
    WITH limited AS MATERIALIZED (
      SELECT g.id AS "groupId", u.id AS "unitId", u.covers, c.seats AS usual,
        coalesce(x.exceptions, '[]') AS exceptions
      FROM "Group" g JOIN "Unit" u ON u."activityId" = g."activityId"
      LEFT JOIN "UnitCapacity" c ON c."groupId" = g.id AND c."unitId" = u.id
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('from', e."firstDay", 'to', e."lastDay", 'seats', e.seats)
          ORDER BY e."firstDay") AS exceptions
        FROM "CapacityException" e WHERE e."groupId" = g.id AND e."unitId" = u.id
      ) x ON TRUE
      WHERE g.id = ANY(${[...groupIds]}::int[]) AND (c.seats IS NOT NULL OR x.exceptions IS NOT NULL)
    ), held AS (
      ${heldSql(Prisma.sql`SELECT "groupId" FROM limited`, since)}
    )
    SELECT l."groupId", json_agg(json_build_object('unitId', l."unitId", 'covers', l.covers,
        'usual', l.usual, 'exceptions', l.exceptions) ORDER BY l."unitId") AS limits,
      (SELECT coalesce(json_agg(json_build_object('day', h.day, 'part', h.part,
          'taken', h.held - h.asked, 'asked', h.asked)), '[]')
        FROM held h WHERE h."groupId" = l."groupId") AS counts
    FROM limited l GROUP BY l."groupId" ORDER BY l."groupId"`;
  return rows.map(({ groupId, limits, counts }) => ({
    groupId,
    limits: limits.map((limit) => ({
      ...limit,
      exceptions: limit.exceptions.map((x) => ({ ...x, from: day(x.from), to: day(x.to) })),
    })),
    counts: counts.map((count) => ({ ...count, day: day(count.day) })),
  }));
}

/** What children hold of a group's days from a day on, limited or not. One statement. */
export async function readCounts(db: Reader, groupId: number, since: Day): Promise<PartCount[]> {
  const rows = await readRows<{ day: string; part: DayPart; held: number; asked: number }>(
    db,
    "readCounts",
  )`
    SELECT h.day::text AS day, h.part::text AS part, h.held, h.asked
    FROM (${heldSql(Prisma.sql`SELECT ${groupId}::int`, since)}) h ORDER BY h.day, h.part`;
  return rows.map(({ day: d, part, held, asked }) => ({
    day: day(d),
    part,
    taken: held - asked,
    asked,
  }));
}
