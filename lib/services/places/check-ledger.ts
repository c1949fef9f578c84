import "server-only";
import { type Reader, readRows } from "@/lib/db/rows";
import { day, type Day } from "@/lib/domain/day";
import { Prisma } from "@/lib/generated/prisma/client";
import { feesStanding } from "./ledger";
import { isHeld } from "./standing";

/** Where the ledger and the places held say two things. */
export interface LedgerFault {
  readonly familyId: number;
  readonly inscriptionId: number;
  readonly unitId: number;
  /** Null for a fee, which is due once for all its days. */
  readonly day: Day | null;
  /** In cents: the sum of the entries, and the price of what is held. */
  readonly entered: number;
  readonly held: number;
}

/**
 * Compares the ledger with the bill of the places held, cell by cell and fee by fee: none of the sums
 * can be right by two faults that meet. One statement; reads only.
 */
export async function checkLedger(db: Reader): Promise<LedgerFault[]> {
  const rows = await readRows<Omit<LedgerFault, "day"> & { day: string | null }>(db, "checkLedger")`
    WITH entered AS (
      SELECT e."familyId", e."inscriptionId", e."unitId",
        CASE WHEN u."chargedOnce" THEN '-infinity' ELSE e.day END AS day, sum(e.amount) AS amount
      FROM "LedgerEntry" e JOIN "Unit" u ON u.id = e."unitId"
      GROUP BY 1, 2, 3, 4
    ), held AS (
      SELECT r."familyId", r."inscriptionId", r."unitId", r.day, p.amount
      FROM "Reservation" r JOIN "Price" p ON p.id = r."priceId" WHERE ${isHeld(Prisma.sql`r.state`)}
      UNION ALL
      SELECT f."familyId", f."inscriptionId", f."unitId", '-infinity', p.amount
      FROM "InscriptionFee" f JOIN "Price" p ON p.id = f."priceId"
      JOIN "Inscription" i ON i.id = f."inscriptionId" JOIN "Group" g ON g.id = i."groupId"
      CROSS JOIN LATERAL (
        -- Where it is paid elsewhere, for the same child and year, it is not due here; null: nowhere.
        SELECT bool_or(o."familyId" = f."familyId" AND o."inscriptionId" = f."inscriptionId") AS here
        FROM (${feesStanding(Prisma.sql`i."childId"`, Prisma.sql`g."schoolYearId"`)}) o
        WHERE o."unitId" = f."unitId"
      ) paid
      WHERE coalesce(paid.here, TRUE) AND EXISTS (
        SELECT FROM "Reservation" r WHERE r."inscriptionId" = f."inscriptionId"
          AND r."familyId" = f."familyId" AND ${isHeld(Prisma.sql`r.state`)})
    )
    SELECT "familyId", "inscriptionId", "unitId", nullif(day, '-infinity')::text AS day,
      coalesce(entered.amount, 0)::int AS entered, coalesce(held.amount, 0)::int AS held
    FROM entered FULL JOIN held USING ("familyId", "inscriptionId", "unitId", day)
    WHERE coalesce(entered.amount, 0) <> coalesce(held.amount, 0)
    ORDER BY "familyId", "inscriptionId", day, "unitId"`;
  return rows.map((row) => ({ ...row, day: row.day === null ? null : day(row.day) }));
}
