import "server-only";
import type { OwnAccount } from "@/lib/auth/own-account";
import { dateToInstant, instantToDate, prisma } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";
import { type Result, done, refused } from "@/lib/domain/result";
import { isSignInEventKind, type SignInEventKind } from "@/lib/domain/sign-in-event";
import { revokeSessionsOf } from "@/lib/services/operational/sessions";
import { type Visitor, noteSignIn } from "@/lib/services/operational/sign-in-events";

/** A device where the account is signed in. */
export interface OpenSession {
  readonly id: string;
  readonly userAgent: string | null;
  readonly openedAt: Instant;
  /** In steps of a few minutes. */
  readonly lastSeenAt: Instant;
  /** The one that asks. */
  readonly isThis: boolean;
}

/** Where the account is signed in, by the real clock: this device first, then by last use. */
export async function readOwnSessions(
  { accountId, sessionId }: OwnAccount,
  realNow: Instant,
): Promise<readonly OpenSession[]> {
  const rows = await prisma.session.findMany({
    where: { accountId, revokedAt: null, expiresAt: { gt: instantToDate(realNow) } },
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
  });
  const sessions = rows.map(({ createdAt, lastSeenAt, ...row }) => ({
    ...row,
    openedAt: dateToInstant(createdAt),
    lastSeenAt: dateToInstant(lastSeenAt),
    isThis: row.id === sessionId,
  }));
  return sessions.sort((a, b) => Number(b.isThis) - Number(a.isThis));
}

/** A line of one's own journal. */
export interface OwnEvent {
  readonly id: string;
  readonly at: Instant;
  readonly kind: SignInEventKind;
  readonly userAgent: string | null;
}

/** The newest lines about the account, by the real clock. */
export async function readOwnEvents(
  { accountId }: OwnAccount,
  limit: number,
): Promise<readonly OwnEvent[]> {
  const rows = await prisma.signInEvent.findMany({
    where: { accountId },
    select: { id: true, at: true, kind: true, userAgent: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.flatMap(({ id, at, kind, userAgent }) =>
    isSignInEventKind(kind) ? [{ id: String(id), at: dateToInstant(at), kind, userAgent }] : [],
  );
}

interface OwnContext {
  readonly account: OwnAccount;
  readonly visitor: Visitor;
  readonly realNow: Instant;
}

/** Signs one device of the own account out. Somebody else's session is not found. */
export async function endOwnSession(
  sessionId: string,
  { account: { accountId }, visitor, realNow: at }: OwnContext,
): Promise<Result<null, "not-found">> {
  const ended = await prisma.session.updateMany({
    where: { id: sessionId, accountId, revokedAt: null },
    data: { revokedAt: instantToDate(at) },
  });
  if (ended.count === 0) return refused("not-found");
  await noteSignIn({ kind: "session-ended", accountId, visitor, at });
  return done(null);
}

/** Signs every other device of the own account out. */
export async function endOtherSessions({
  account: { accountId, sessionId },
  visitor,
  realNow: at,
}: OwnContext): Promise<Result<null, never>> {
  await prisma.$transaction(async (tx) => {
    await revokeSessionsOf(tx, accountId, at, sessionId);
    await noteSignIn({ kind: "sessions-ended", accountId, visitor, at }, tx);
  });
  return done(null);
}
