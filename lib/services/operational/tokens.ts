import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Tx } from "@/lib/commit";
import { instantToDate, prisma } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";

export type TokenPurpose = "activation" | "reset" | "emailChange";

const MINUTE = 60_000;
/** ASVS: ten minutes to reset, seven days for the first activation; a day to open another mailbox. */
const LIFETIME: Record<TokenPurpose, number> = {
  activation: 7 * 24 * 60 * MINUTE,
  reset: 10 * MINUTE,
  emailChange: 24 * 60 * MINUTE,
};

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * Makes a one-use link's secret; only its hash is stored. Earlier ones of the kind stop working.
 * `newEmail`: of an e-mail change, the address that the link is sent to.
 */
export async function createToken(
  tx: Tx,
  accountId: string,
  purpose: TokenPurpose,
  realNow: Instant,
  newEmail: string | null = null,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.parse(realNow) + LIFETIME[purpose]);
  await tx.accountToken.updateMany({
    where: { accountId, purpose, usedAt: null },
    data: { usedAt: instantToDate(realNow) },
  });
  await tx.accountToken.create({
    data: { hash: hashOf(token), accountId, purpose, expiresAt, newEmail },
  });
  return token;
}

export interface UsedToken {
  readonly accountId: string;
  /** Of an e-mail change. */
  readonly newEmail: string | null;
}

/** Uses the token up; what it was for, or null when it is unknown, used or expired. */
export async function useToken(
  tx: Tx,
  token: string,
  purpose: TokenPurpose,
  realNow: Instant,
): Promise<UsedToken | null> {
  const at = instantToDate(realNow);
  const [used] = await tx.$queryRaw<UsedToken[]>`
    UPDATE "AccountToken" SET "usedAt" = ${at}
     WHERE "hash" = ${hashOf(token)} AND "purpose" = ${purpose}::"TokenPurpose"
       AND "usedAt" IS NULL AND "expiresAt" > ${at}
    RETURNING "accountId", "newEmail"`;
  return used ?? null;
}

/** Links of the account that nobody used stop working, in the transaction that changes its address. */
export async function endTokensOf(tx: Tx, accountId: string, realNow: Instant): Promise<void> {
  await tx.accountToken.updateMany({
    where: { accountId, usedAt: null },
    data: { usedAt: instantToDate(realNow) },
  });
}

/** Whether the link would still work: the page says so before one types a password. */
export async function isTokenUsable(
  token: string,
  purpose: TokenPurpose,
  realNow: Instant,
): Promise<boolean> {
  const found = await prisma.accountToken.count({
    where: {
      hash: hashOf(token),
      purpose,
      usedAt: null,
      expiresAt: { gt: instantToDate(realNow) },
    },
  });
  return found === 1;
}
