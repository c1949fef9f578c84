import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";

/** On e ("LedgerEntry"): an entry that charges, and that nothing has taken back. Their sum is the ledger's. */
export const standsInLedger = Prisma.sql`e."reversesId" IS NULL AND NOT EXISTS (
  SELECT FROM "LedgerEntry" back WHERE back."reversesId" = e.id)`;
