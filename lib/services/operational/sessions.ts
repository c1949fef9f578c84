import "server-only";
import { randomUUID } from "node:crypto";
import type { AuthorizedFamily } from "@/lib/auth";
import { instantToDate, prisma } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";
import type { Tx } from "@/lib/commit";

/** A session ends twelve hours after sign-in, used or not: phones and computers are shared. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** Opens a session and returns its id, which the cookie names. `realNow` is the real clock. */
export async function openSession(
  accountId: string,
  userAgent: string | null,
  realNow: Instant,
): Promise<string> {
  const id = randomUUID();
  const expiresAt = new Date(Date.parse(realNow) + SESSION_SECONDS * 1000);
  await prisma.session.create({
    data: {
      id,
      accountId,
      createdAt: instantToDate(realNow),
      expiresAt,
      userAgent: userAgent?.slice(0, 200) ?? null,
    },
  });
  return id;
}

/** Ends one session at once, on every device that has its cookie. */
export async function revokeSession(sessionId: string, realNow: Instant): Promise<void> {
  await prisma.session.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: instantToDate(realNow) },
  });
}

/**
 * Ends every session of an account, in the transaction that changes its password or its address; but the
 * one that is acting, where it may stay.
 */
export async function revokeSessionsOf(
  tx: Tx,
  accountId: string,
  realNow: Instant,
  staying: string | null = null,
): Promise<void> {
  await tx.session.updateMany({
    where: { accountId, revokedAt: null, ...(staying === null ? {} : { id: { not: staying } }) },
    data: { revokedAt: instantToDate(realNow) },
  });
}

/** The session acts for this family from now on. */
export async function chooseFamily(sessionId: string, family: AuthorizedFamily): Promise<void> {
  await prisma.session.updateMany({
    where: { id: sessionId, accountId: family.accountId },
    data: { familyId: family.familyId },
  });
}
