import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { base32 } from "@/lib/auth/totp";
import type { Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";
import { inFours } from "@/lib/domain/second-factor";

const HOW_MANY = 10;

/** Eighty random bits need no slow hash: nobody tries them all. */
function hashOf(accountId: string, code: string): string {
  return createHash("sha256").update(`${accountId}\n${code}`).digest("hex");
}

/** Ten new codes in the place of those that were; what is returned is never seen again. */
export async function replaceRecoveryCodes(tx: Tx, accountId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: HOW_MANY }, () => base32(randomBytes(10)));
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  const data = codes.map((code) => ({ hash: hashOf(accountId, code), accountId }));
  await tx.recoveryCode.createMany({ data });
  return codes.map((code) => inFours(code, "-"));
}

/** Uses a code up: how many are left, or null where it is none of the account's, or used. `code` is normal. */
export async function useRecoveryCode(
  tx: Tx,
  accountId: string,
  code: string,
  usedAt: Date,
): Promise<number | null> {
  const used = await tx.recoveryCode.updateMany({
    where: { hash: hashOf(accountId, code), accountId, usedAt: null },
    data: { usedAt },
  });
  return used.count === 0 ? null : countRecoveryCodes(accountId, tx);
}

/** How many still open. */
export function countRecoveryCodes(accountId: string, db: Tx = prisma): Promise<number> {
  return db.recoveryCode.count({ where: { accountId, usedAt: null } });
}
