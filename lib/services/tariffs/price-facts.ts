import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { type Reader, readRows } from "@/lib/db/rows";
import { day, type Day } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import type { PayingFamily } from "@/lib/domain/tariff/paying-family";
import type { KeptPrices, SettledBy } from "@/lib/domain/tariff/price-table";
import type { Tariffs } from "@/lib/domain/tariff/version";
import { Prisma } from "@/lib/generated/prisma/client";
import { feesStanding, standsInLedger } from "@/lib/services/places/ledger";
import {
  payingChildrenSql,
  payingFamilyOf,
  quotientsSql,
  type PayingFamilyRows,
} from "./paying-families";
import {
  categoriesSql,
  pricedUnitsSql,
  tariffsOf,
  versionsSql,
  type TariffRows,
} from "./tariff-rows";

/** All that the prices of one family's bookings depend on. */
export interface PriceFacts {
  readonly tariffs: Tariffs;
  readonly family: PayingFamily;
  /** Fees that were charged once already: here, or for the same child elsewhere. */
  readonly fees: Pick<KeptPrices, "fees" | "settled">;
}

export interface PriceFactRows extends TariffRows, PayingFamilyRows {
  readonly fees: { inscriptionId: number; unitId: number; amount: number; day: string | null }[];
  readonly settled: { inscriptionId: number; unitId: number; by: SettledBy }[];
}

/**
 * The facts as one JSON value, to stand in a larger statement: published versions that are in force
 * on or after `since`, in the categories of the family's children only.
 */
export function priceFactsSql(family: AuthorizedFamily, since: Prisma.Sql): Prisma.Sql {
  const { familyId } = family;
  const id = Prisma.sql`${familyId}`;
  const versions = Prisma.sql`v.state = 'published' AND (v."validTo" IS NULL OR v."validTo" > ${since})`;
  const categories = Prisma.sql`r."categoryId" IN (
    SELECT fc."categoryId" FROM "FamilyChild" fc WHERE fc."familyId" = ${familyId})`;
  return Prisma.sql`json_build_object(
    'versions', ${versionsSql(versions, categories)},
    'categories', ${categoriesSql},
    'units', ${pricedUnitsSql},
    'quotients', ${quotientsSql(id)},
    'children', ${payingChildrenSql(id)},
    'fees', (SELECT coalesce(json_agg(json_build_object('inscriptionId', f."inscriptionId",
        'unitId', f."unitId", 'amount', p.amount, 'day', e.day)), '[]')
      FROM "InscriptionFee" f JOIN "Price" p ON p.id = f."priceId"
      LEFT JOIN "LedgerEntry" e ON e."familyId" = f."familyId" AND e."unitId" = f."unitId"
        AND e."inscriptionId" = f."inscriptionId" AND ${standsInLedger}
      WHERE f."familyId" = ${familyId}),
    'settled', (SELECT coalesce(json_agg(json_build_object('inscriptionId', i.id, 'unitId', o."unitId",
        'by', CASE WHEN o."familyId" = ${familyId} THEN 'thisHome' ELSE 'otherHome' END)), '[]')
      FROM "FamilyChild" fc JOIN "Inscription" i ON i."childId" = fc."childId"
      JOIN "Group" g ON g.id = i."groupId"
      CROSS JOIN LATERAL (${feesStanding(Prisma.sql`i."childId"`, Prisma.sql`g."schoolYearId"`)}) o
      WHERE fc."familyId" = ${familyId} AND o."activityId" = g."activityId"
        AND (o."familyId" <> ${familyId} OR o."inscriptionId" <> i.id)))`;
}

export function priceFactsOf(rows: PriceFactRows): PriceFacts {
  return {
    tariffs: tariffsOf(rows),
    family: payingFamilyOf(rows),
    fees: {
      fees: rows.fees.map((f) => ({
        ...f,
        amount: cents(f.amount),
        day: f.day === null ? null : day(f.day),
      })),
      settled: rows.settled,
    },
  };
}

/** The price facts of a family for bookings from `since` on. One statement. */
export async function readPriceFacts(
  db: Reader,
  family: AuthorizedFamily,
  since: Day,
): Promise<PriceFacts> {
  const rows = await readRows<{ facts: PriceFactRows }>(db, "readPriceFacts")`
    SELECT ${priceFactsSql(family, Prisma.sql`${since}::date`)} AS facts`;
  const [row] = rows;
  if (!row) throw new Error("A statement without a table always has one row");
  return priceFactsOf(row.facts);
}
