import "server-only";
import { randomUUID } from "node:crypto";
import type { AuthorizedFamily } from "@/lib/auth";
import { instantToDate, prisma } from "@/lib/db";
import type { AccountRole } from "@/lib/domain/access";
import type { Instant } from "@/lib/domain/day";
import { sessionLimits } from "@/lib/domain/session-limits";
import type { Tx } from "@/lib/commit";

/** The longest that any session's cookie is valid; the row decides, earlier. */
export const LONGEST_SESSION_SECONDS = 180 * 24 * 60 * 60;

export interface OpenedSession {
  readonly sessionId: string;
  /** Seconds that the browser keeps the cookie; null = until it is closed. */
  readonly keptFor: number | null;
}

/** Opens a session, which the cookie names. `realNow` is the real clock. */
export async function openSession(
  account: { id: string; role: AccountRole },
  device: { userAgent: string | null; staysSignedIn: boolean; hasGivenCode?: boolean },
  realNow: Instant,
): Promise<OpenedSession> {
  const sessionId = randomUUID();
  const { idleSeconds, longestSeconds, isKept } = sessionLimits(account.role, device.staysSignedIn);
  const after = (seconds: number) => new Date(Date.parse(realNow) + seconds * 1000);
  await prisma.session.create({
    data: {
      id: sessionId,
      accountId: account.id,
      createdAt: instantToDate(realNow),
      lastSeenAt: instantToDate(realNow),
      expiresAt: after(idleSeconds),
      endsAt: after(longestSeconds),
      idleSeconds,
      userAgent: device.userAgent?.slice(0, 200) ?? null,
      factorProvedAt: device.hasGivenCode ? instantToDate(realNow) : null,
    },
    select: { id: true },
  });
  return { sessionId, keptFor: isKept ? longestSeconds : null };
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
  // Of before: whoever gave the password that is no more does not come in by the code.
  await tx.halfSession.deleteMany({ where: { accountId } });
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
