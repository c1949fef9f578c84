import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { addMonths, day, firstOfMonth, type Day } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import type { Cost } from "@/lib/domain/tariff/cost";
import { Prisma } from "@/lib/generated/prisma/client";
import { standsInLedger } from "@/lib/services/places/ledger";
import { isHeld } from "@/lib/services/places/standing";

/** What a family has reserved in a month, as it was validated. */
export interface MonthForecast {
  /** The first of the month. */
  readonly month: Day;
  readonly cost: Cost;
}

const MONTHS = 3;

/**
 * What the month that runs and the two that follow will cost the family, as its ledger says, fees on
 * the day on which they became due; and how many days are held without a price. Months without anything
 * are left out. One statement.
 */
export async function readForecast(family: AuthorizedFamily, today: Day): Promise<MonthForecast[]> {
  const { familyId } = family;
  const from = firstOfMonth(today);
  const before = addMonths(from, MONTHS);
  const rows = await readRows<{ month: string; amount: number; unpriced: number }>(
    prisma,
    "readForecast",
  )`
    WITH held AS (
      SELECT e.day, e.amount FROM "LedgerEntry" e
      WHERE e."familyId" = ${familyId} AND e.day >= ${from}::date AND e.day < ${before}::date
        AND ${standsInLedger}
      UNION ALL
      SELECT r.day, NULL FROM "FamilyChild" fc
      JOIN "Inscription" i ON i."childId" = fc."childId" AND i."lastDay" >= ${from}::date
      JOIN "Reservation" r ON r."inscriptionId" = i.id AND r."familyId" = ${familyId}
        AND r.day >= ${from}::date AND r.day < ${before}::date
      WHERE fc."familyId" = ${familyId} AND r."priceId" IS NULL AND ${isHeld(Prisma.sql`r.state`)}
    )
    SELECT date_trunc('month', day)::date::text AS month, coalesce(sum(amount), 0)::int AS amount,
      (count(*) FILTER (WHERE amount IS NULL))::int AS unpriced
    FROM held GROUP BY 1 ORDER BY 1`;
  return rows.map(({ month, amount, unpriced }) => ({
    month: day(month),
    cost: { amount: cents(amount), unpriced },
  }));
}
