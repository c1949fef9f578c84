import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";

/**
 * The family, so that its contacts change one after the other; then its children in one order, so that
 * their authorizations do too. Others may refer to them meanwhile (NO KEY). Two statements.
 */
export async function lockContacts(tx: Tx, { familyId }: AuthorizedFamily): Promise<void> {
  await readRows(
    tx,
    "lockContacts",
  )`SELECT id FROM "Family" WHERE id = ${familyId} FOR NO KEY UPDATE`;
  await readRows(tx, "lockContactsOf")`
    SELECT c.id FROM "Child" c JOIN "FamilyChild" fc ON fc."childId" = c.id
    WHERE fc."familyId" = ${familyId} ORDER BY c.id FOR NO KEY UPDATE OF c`;
}
