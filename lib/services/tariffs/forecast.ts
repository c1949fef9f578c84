import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { addMonths, day, firstOfMonth, type Day } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import type { Cost } from "@/lib/domain/tariff/cost";

/** What a family has reserved in a month, as it was validated. */
export interface MonthForecast {
  /** The first of the month. */
  readonly month: Day;
  readonly cost: Cost;
}

const MONTHS = 3;

/**
 * What the month that runs and the two that follow will cost the family, from the prices that its
 * reservations keep; a fee falls on the first day of its inscription. Months without anything are left
 * out. One statement.
 */
export async function readForecast(family: AuthorizedFamily, today: Day): Promise<MonthForecast[]> {
  const { familyId } = family;
  const from = firstOfMonth(today);
  const rows = await prisma.$queryRaw<{ month: string; amount: number; unpriced: number }[]>`
    WITH own AS (
      SELECT r.day, p.amount, r."inscriptionId" FROM "FamilyChild" fc
      JOIN "Inscription" i ON i."childId" = fc."childId" AND i."lastDay" >= ${from}::date
      JOIN "Reservation" r ON r."inscriptionId" = i.id AND r."familyId" = ${familyId}
      LEFT JOIN "Price" p ON p.id = r."priceId"
      WHERE fc."familyId" = ${familyId}
    ), due AS (
      SELECT day, amount FROM own
      UNION ALL
      SELECT (SELECT min(o.day) FROM own o WHERE o."inscriptionId" = f."inscriptionId"), p.amount
      FROM "InscriptionFee" f JOIN "Price" p ON p.id = f."priceId" WHERE f."familyId" = ${familyId}
    )
    SELECT date_trunc('month', day)::date::text AS month, coalesce(sum(amount), 0)::int AS amount,
      (count(*) FILTER (WHERE amount IS NULL))::int AS unpriced
    FROM due WHERE day >= ${from}::date AND day < ${addMonths(from, MONTHS)}::date
    GROUP BY 1 ORDER BY 1`;
  return rows.map(({ month, amount, unpriced }) => ({
    month: day(month),
    cost: { amount: cents(amount), unpriced },
  }));
}
