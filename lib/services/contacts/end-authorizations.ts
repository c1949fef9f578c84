import "server-only";
import type { Tx } from "@/lib/commit";

/** What was answered about a contact for these children stands no longer; its history stays. */
export async function endAuthorizations(
  tx: Tx,
  contactId: number,
  childIds: readonly number[],
): Promise<void> {
  if (childIds.length === 0) return;
  await tx.authorization.deleteMany({ where: { contactId, childId: { in: [...childIds] } } });
}
