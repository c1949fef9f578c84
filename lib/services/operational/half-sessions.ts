import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Tx } from "@/lib/commit";
import { instantToDate, prisma } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";

/** To find the telephone and type six digits. */
export const HALF_SESSION_SECONDS = 10 * 60;

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Remembers that the password was right; the secret that names it, for a cookie. */
export async function openHalfSession(
  accountId: string,
  staysSignedIn: boolean,
  realNow: Instant,
): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.parse(realNow) + HALF_SESSION_SECONDS * 1000);
  await prisma.halfSession.create({
    data: { hash: hashOf(secret), accountId, staysSignedIn, expiresAt },
    select: { hash: true },
  });
  return secret;
}

/** Whose password was right, where the time is not over and the account is still open; null otherwise. */
export async function readHalfSession(secret: string, realNow: Instant) {
  return prisma.halfSession.findFirst({
    where: {
      hash: hashOf(secret),
      expiresAt: { gt: instantToDate(realNow) },
      account: { active: true },
    },
    select: {
      staysSignedIn: true,
      account: { select: { id: true, role: true, passwordHash: true } },
    },
  });
}

/** Ends it, once; whether it was still there. */
export async function endHalfSession(secret: string, db: Tx = prisma): Promise<boolean> {
  const ended = await db.halfSession.deleteMany({ where: { hash: hashOf(secret) } });
  return ended.count === 1;
}
