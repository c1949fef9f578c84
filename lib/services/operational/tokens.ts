import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { EmailMessage, Tx } from "@/lib/commit";
import { instantToDate, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Instant } from "@/lib/domain/day";
import { type LinkPurpose, linkLifetime, longestWait } from "@/lib/domain/link-lifetime";

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** An e-mail that carries a link: it is not sent once the link is dead, and not kept once it is sent. */
export function carrying(token: string, message: EmailMessage): EmailMessage {
  return { ...message, tokenHash: hashOf(token) };
}

export interface LinkOptions {
  /** Of an e-mail change, the address that the link is sent to. */
  readonly newEmail?: string | null;
  /** Not by e-mail: its time begins at once. */
  readonly isInHand?: boolean;
}

/**
 * Makes a one-use link's secret; only its hash is stored. The newest two of a kind work, so that a
 * second request, anybody's, does not kill the link that is being opened; of e-mail changes the newest.
 * Its time begins when its e-mail leaves (outbox.ts).
 */
export async function createToken(
  tx: Tx,
  accountId: string,
  purpose: LinkPurpose,
  realNow: Instant,
  { newEmail = null, isInHand = false }: LinkOptions = {},
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const at = instantToDate(realNow);
  const expiresAt = new Date(
    Date.parse(realNow) + (isInHand ? 0 : longestWait) + linkLifetime(purpose),
  );
  const earlier = await tx.accountToken.findMany({
    where: { accountId, purpose, usedAt: null },
    orderBy: [{ createdAt: "desc" }, { hash: "asc" }],
    skip: purpose === "emailChange" ? 0 : 1,
    select: { hash: true },
  });
  await tx.accountToken.updateMany({
    where: { hash: { in: earlier.map(({ hash }) => hash) } },
    data: { usedAt: at },
  });
  await tx.accountToken.create({
    data: { hash: hashOf(token), accountId, purpose, createdAt: at, expiresAt, newEmail },
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
  purpose: LinkPurpose,
  realNow: Instant,
): Promise<UsedToken | null> {
  const at = instantToDate(realNow);
  const [used] = await readRows<UsedToken>(tx, "useToken")`
    UPDATE "AccountToken" SET "usedAt" = ${at}
     WHERE "hash" = ${hashOf(token)} AND "purpose" = ${purpose}::"TokenPurpose"
       AND "usedAt" IS NULL AND "expiresAt" > ${at}
    RETURNING "accountId", "newEmail"`;
  return used ?? null;
}

/** Links of the account that nobody used stop working, in the transaction that changes its address or password. */
export async function endTokensOf(tx: Tx, accountId: string, realNow: Instant): Promise<void> {
  await tx.accountToken.updateMany({
    where: { accountId, usedAt: null },
    data: { usedAt: instantToDate(realNow) },
  });
}

/** Whose link it is, where it would still work; nothing is used up. */
export async function holderOfToken(
  token: string,
  purpose: LinkPurpose,
  realNow: Instant,
): Promise<string | null> {
  const found = await prisma.accountToken.findFirst({
    where: {
      hash: hashOf(token),
      purpose,
      usedAt: null,
      expiresAt: { gt: instantToDate(realNow) },
    },
    select: { accountId: true },
  });
  return found?.accountId ?? null;
}

/** Whether the link would still work: the page says so before one types a password. */
export async function isTokenUsable(
  token: string,
  purpose: LinkPurpose,
  realNow: Instant,
): Promise<boolean> {
  return (await holderOfToken(token, purpose, realNow)) !== null;
}
