import "server-only";
import { type Reader, readRows } from "@/lib/db/rows";
import type { Tariffs } from "@/lib/domain/tariff/version";
import { Prisma } from "@/lib/generated/prisma/client";
import {
  categoriesSql,
  pricedUnitsSql,
  tariffsOf,
  versionsSql,
  type TariffRows,
} from "./tariff-rows";

/**
 * The town's published tariffs with every category, oldest version first: public, so without a proof.
 * One statement.
 */
export async function readTariffs(db: Reader, which: "published"): Promise<Tariffs> {
  const versions = Prisma.sql`v.state::text = ${which}`;
  const rows = await readRows<TariffRows>(db, "readTariffs")`
    SELECT ${versionsSql(versions, Prisma.sql`TRUE`)} AS versions,
      ${categoriesSql} AS categories, ${pricedUnitsSql} AS units`;
  const [row] = rows;
  if (!row) throw new Error("A statement without a table always has one row");
  return tariffsOf(row);
}
