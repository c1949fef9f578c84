import "server-only";
import type { Authorized } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Day } from "@/lib/domain/day";
import { groupWithinScope } from "@/lib/services/agent-scope";
import { inEstablishment } from "./in-establishment";

/** How many children one establishment expects, unit by unit. */
export interface ExpectedThere {
  readonly establishmentId: number;
  readonly establishmentLabel: string;
  /** Children who come at least once. */
  readonly children: number;
  readonly units: readonly { readonly label: string; readonly count: number }[];
}

export interface DayOverview {
  readonly establishments: readonly ExpectedThere[];
  /** The nearest days before and after on which somebody is expected; null where there is none. */
  readonly previous: Day | null;
  readonly next: Day | null;
}

/**
 * A day at a glance, within the agent's rights: how many are expected where, and the nearest days on which
 * somebody is, in one establishment or (null) anywhere. Two statements.
 */
export async function readDayOverview(
  agent: Authorized<"read-day-list">,
  { day, establishmentId }: { day: Day; establishmentId: number | null },
): Promise<DayOverview> {
  const there = inEstablishment(establishmentId);
  const [establishments, [around]] = await Promise.all([
    readRows<ExpectedThere>(prisma, "readDayOverview")`
      WITH expected AS MATERIALIZED (
        SELECT g."establishmentId", g."activityId", r."unitId", i."childId"
        FROM "Reservation" r JOIN "Inscription" i ON i.id = r."inscriptionId"
        JOIN "Group" g ON g.id = i."groupId"
        WHERE r.day = ${day}::date AND ${groupWithinScope(agent)}
      ), counted AS (
        SELECT x."establishmentId", v.position AS activity, u.position AS unit,
          v.label || ', ' || u.label AS label, count(*)::int AS count
        FROM expected x JOIN "Unit" u ON u.id = x."unitId" JOIN "Activity" v ON v.id = x."activityId"
        GROUP BY x."establishmentId", v.id, u.id
      )
      SELECT e.id AS "establishmentId", e.name AS "establishmentLabel",
        (SELECT count(DISTINCT x."childId")::int FROM expected x WHERE x."establishmentId" = e.id) AS children,
        json_agg(json_build_object('label', k.label, 'count', k.count) ORDER BY k.activity, k.unit) AS units
      FROM counted k JOIN "Establishment" e ON e.id = k."establishmentId"
      GROUP BY e.id ORDER BY e.name`,
    readRows<{ previous: Day | null; next: Day | null }>(prisma, "readDaysAround")`
      SELECT
        (SELECT to_char(r.day, 'YYYY-MM-DD') FROM "Reservation" r
          JOIN "Inscription" i ON i.id = r."inscriptionId" JOIN "Group" g ON g.id = i."groupId"
          WHERE r.day < ${day}::date AND ${there} AND ${groupWithinScope(agent)} ORDER BY r.day DESC LIMIT 1) AS previous,
        (SELECT to_char(r.day, 'YYYY-MM-DD') FROM "Reservation" r
          JOIN "Inscription" i ON i.id = r."inscriptionId" JOIN "Group" g ON g.id = i."groupId"
          WHERE r.day > ${day}::date AND ${there} AND ${groupWithinScope(agent)} ORDER BY r.day LIMIT 1) AS next`,
  ]);
  return { establishments, previous: around?.previous ?? null, next: around?.next ?? null };
}
