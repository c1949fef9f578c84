import "server-only";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { SimulatedTown } from "@/lib/domain/tariff/simulation";
import { Prisma } from "@/lib/generated/prisma/client";
import {
  categoriesSql,
  pricedUnitsSql,
  tariffsOf,
  versionsSql,
  type TariffRows,
} from "./tariff-rows";

interface TownRows extends TariffRows, Pick<SimulatedTown, "activities" | "departments"> {}

/**
 * The published tariffs with the departments and activities that they are for: public, so without a
 * proof. A department is one whose activities have units. One statement.
 */
export async function readSimulatedTown(): Promise<SimulatedTown> {
  const published = Prisma.sql`v.state = 'published'`;
  const rows = await readRows<TownRows>(prisma, "readSimulatedTown")`
    SELECT ${versionsSql(published, Prisma.sql`TRUE`)} AS versions,
      ${categoriesSql} AS categories, ${pricedUnitsSql} AS units,
      (SELECT coalesce(json_agg(json_build_object('id', a.id, 'label', a.label,
          'departmentId', a."departmentId") ORDER BY a.position), '[]') FROM "Activity" a) AS activities,
      (SELECT coalesce(json_agg(json_build_object('id', d.id, 'name', d.name) ORDER BY d.name, d.id), '[]')
       FROM "Department" d WHERE EXISTS (
         SELECT FROM "Activity" a JOIN "Unit" u ON u."activityId" = a.id
         WHERE a."departmentId" = d.id)) AS departments`;
  const [row] = rows;
  if (!row) throw new Error("A statement without a table always has one row");
  return { ...tariffsOf(row), activities: row.activities, departments: row.departments };
}
