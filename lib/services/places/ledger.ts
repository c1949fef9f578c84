import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";

/** On e ("LedgerEntry"): an entry that charges, and that nothing has taken back. Their sum is the ledger's. */
export const standsInLedger = Prisma.sql`e."reversesId" IS NULL AND NOT EXISTS (
  SELECT FROM "LedgerEntry" back WHERE back."reversesId" = e.id)`;

/**
 * The fees charged once that stand in the ledger for a child in a school year, whichever home pays them and
 * with whichever of its inscriptions: each is due once. A statement to join.
 */
export const feesStanding = (childId: Prisma.Sql, schoolYearId: Prisma.Sql) => Prisma.sql`
  SELECT f."familyId", f."inscriptionId", f."unitId", fg."activityId"
  FROM "Inscription" fi JOIN "Group" fg ON fg.id = fi."groupId"
  JOIN "InscriptionFee" f ON f."inscriptionId" = fi.id
  JOIN "LedgerEntry" e ON e."familyId" = f."familyId" AND e."inscriptionId" = f."inscriptionId"
    AND e."unitId" = f."unitId"
  WHERE fi."childId" = ${childId} AND fg."schoolYearId" = ${schoolYearId} AND ${standsInLedger}`;
