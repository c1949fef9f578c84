import "server-only";
import type { Authorized } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { day, type Day } from "@/lib/domain/day";
import type { TownState } from "@/lib/domain/town-check";

type Row = Omit<TownState, "today" | "lastSchoolDay" | "tariffEnds"> & {
  readonly lastSchoolDay: string | null;
  readonly tariffEnds: string | null;
};

/** What is set in the town, and what misses. One statement. */
export async function readTownState(
  _agent: Authorized<"manage-settings">,
  today: Day,
): Promise<TownState> {
  const rows = await readRows<Row>(prisma, "readTownState")`
    WITH last_version AS (
      SELECT id, "validTo" FROM "TariffVersion"
      WHERE state = 'published' AND ("validTo" IS NULL OR "validTo" > ${today}::date)
      ORDER BY "validFrom" DESC LIMIT 1
    ), open_group AS (
      SELECT g.id, a.position, concat_ws(', ', a.label, e.name, g.label) AS label
      FROM "Group" g JOIN "Activity" a ON a.id = g."activityId"
      JOIN "Establishment" e ON e.id = g."establishmentId" WHERE g."lastDay" >= ${today}::date
    )
    SELECT EXISTS (SELECT FROM "TownIdentity") AS "hasIdentity",
      (SELECT max("lastSchoolDay")::text FROM "SchoolYear") AS "lastSchoolDay",
      (SELECT count(*)::int FROM "Department") AS departments,
      (SELECT count(*)::int FROM "Establishment" WHERE "archivedSince" IS NULL) AS establishments,
      (SELECT count(*)::int FROM "Activity") AS activities,
      (SELECT coalesce(json_agg(a.label ORDER BY a.position), '[]') FROM "Activity" a
       WHERE NOT EXISTS (SELECT FROM "Unit" u WHERE u."activityId" = a.id AND NOT u."agentOnly"))
        AS "withoutUnit",
      (SELECT count(*)::int FROM open_group) AS groups,
      (SELECT coalesce(json_agg(g.label ORDER BY g.position, g.label), '[]') FROM open_group g
       WHERE NOT EXISTS (SELECT FROM "GroupOpening" o WHERE o."groupId" = g.id)) AS "withoutOpening",
      (SELECT count(*)::int FROM "TariffCategory") AS categories,
      EXISTS (SELECT FROM last_version) AS "hasTariff",
      (SELECT "validTo"::text FROM last_version) AS "tariffEnds",
      (SELECT coalesce(json_agg(a.label ORDER BY a.position), '[]') FROM "Activity" a
       WHERE EXISTS (SELECT FROM "Unit" u CROSS JOIN last_version v
         WHERE u."activityId" = a.id AND NOT EXISTS (SELECT FROM "TariffRule" r
           WHERE r."versionId" = v.id AND r."unitId" = u.id))) AS "withoutPrice",
      (SELECT count(*)::int FROM "Family") AS families,
      (SELECT count(*)::int FROM "FamilyChild" WHERE "categoryId" IS NULL) AS "withoutCategory",
      (SELECT count(*)::int FROM "OutboxEmail" WHERE state = 'failed') AS "failedEmails"`;
  const [row] = rows;
  if (!row) throw new Error("One row is always there");
  const { lastSchoolDay, tariffEnds, ...counts } = row;
  return {
    ...counts,
    today,
    lastSchoolDay: lastSchoolDay === null ? null : day(lastSchoolDay),
    tariffEnds: tariffEnds === null ? null : day(tariffEnds),
  };
}
