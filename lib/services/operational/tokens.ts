import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Tx } from "@/lib/commit";
import { instantToDate, prisma } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";

export type TokenPurpose = "activation" | "reset";

const MINUTE = 60_000;
/** ASVS: ten minutes to reset, seven days for the first activation. */
const LIFETIME: Record<TokenPurpose, number> = {
  activation: 7 * 24 * 60 * MINUTE,
  reset: 10 * MINUTE,
};

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Makes a one-use link's secret; only its hash is stored. Earlier ones of the kind stop working. */
export async function createToken(
  tx: Tx,
  accountId: string,
  purpose: TokenPurpose,
  realNow: Instant,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.parse(realNow) + LIFETIME[purpose]);
  await tx.accountToken.updateMany({
    where: { accountId, purpose, usedAt: null },
    data: { usedAt: instantToDate(realNow) },
  });
  await tx.accountToken.create({ data: { hash: hashOf(token), accountId, purpose, expiresAt } });
  return token;
}

/** Uses the token up; the account that it was for, or null when it is unknown, used or expired. */
export async function useToken(
  tx: Tx,
  token: string,
  purpose: TokenPurpose,
  realNow: Instant,
): Promise<string | null> {
  const at = instantToDate(realNow);
  const [used] = await tx.$queryRaw<{ accountId: string }[]>`
    UPDATE "AccountToken" SET "usedAt" = ${at}
     WHERE "hash" = ${hashOf(token)} AND "purpose" = ${purpose}::"TokenPurpose"
       AND "usedAt" IS NULL AND "expiresAt" > ${at}
    RETURNING "accountId"`;
  return used?.accountId ?? null;
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
