import "server-only";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";

/**
 * Agents who change one family's file do it one after the other; others may refer to it meanwhile (NO KEY).
 * False where there is no such family.
 */
export async function lockFamily(tx: Tx, familyId: number): Promise<boolean> {
  const rows = await readRows<{ id: number }>(tx, "lockFamily")`
    SELECT id FROM "Family" WHERE id = ${familyId} FOR NO KEY UPDATE`;
  return rows.length > 0;
}
