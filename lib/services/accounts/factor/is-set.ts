import "server-only";
import type { Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";
import { isAgentRole, type AccountRole } from "@/lib/domain/access";

/**
 * Whether the password is not enough: an application gives codes, or an agent has a passkey. A parent's
 * passkey is another way in, and takes nothing from the password.
 */
export async function isFactorSet(
  { id: accountId, role }: { readonly id: string; readonly role: AccountRole },
  db: Tx = prisma,
): Promise<boolean> {
  const application = { accountId, setUpAt: { not: null } };
  if ((await db.secondFactor.count({ where: application })) > 0) return true;
  return isAgentRole(role) && (await db.passkey.count({ where: { accountId } })) > 0;
}
