import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { type Reader, readRows } from "@/lib/db/rows";
import { Prisma } from "@/lib/generated/prisma/client";
import { schoolYearsSql, type SchoolYearRow } from "@/lib/services/school-years";
import {
  priceFactsOf,
  priceFactsSql,
  type PriceFactRows,
  type PriceFacts,
} from "@/lib/services/tariffs/price-facts";

/** The school years, and what the family's prices of one of them depend on. One statement. */
export async function readYearsAndPrices(
  db: Reader,
  family: AuthorizedFamily,
  schoolYearId: number,
): Promise<{ years: SchoolYearRow[]; facts: PriceFacts }> {
  const since = Prisma.sql`(SELECT "firstSchoolDay" FROM "SchoolYear" WHERE id = ${schoolYearId})`;
  const rows = await readRows<{ years: SchoolYearRow[]; facts: PriceFactRows }>(
    db,
    "readYearsAndPrices",
  )`
    SELECT ${schoolYearsSql} AS years, ${priceFactsSql(family, since)} AS facts`;
  const [row] = rows;
  if (!row) throw new Error("A statement without a table always has one row");
  return { years: row.years, facts: priceFactsOf(row.facts) };
}
