import "server-only";
import { randomBytes } from "node:crypto";
import { instantToDate, prisma } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";

/** To find the telephone and look at it. */
const LIFETIME_MILLISECONDS = 5 * 60_000;

/** What is signed, and by whose passkey; whoever signs in is nobody yet. */
export type ChallengeOf =
  | { readonly purpose: "signIn"; readonly accountId: null }
  | { readonly purpose: "register" | "confirm"; readonly accountId: string };

/** What a passkey is asked to sign (base64url), kept here until it comes back. */
export async function newChallenge(of: ChallengeOf, realNow: Instant): Promise<string> {
  const challenge = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.parse(realNow) + LIFETIME_MILLISECONDS);
  await prisma.passkeyChallenge.create({
    data: { challenge, ...of, expiresAt },
    select: { challenge: true },
  });
  return challenge;
}

/** Uses a challenge up: whether it was ours, for this and for nobody else, and in time. */
export async function takeChallenge(
  challenge: string,
  { purpose, accountId }: ChallengeOf,
  realNow: Instant,
): Promise<boolean> {
  const used = await prisma.passkeyChallenge.deleteMany({
    where: { challenge, purpose, accountId, expiresAt: { gt: instantToDate(realNow) } },
  });
  return used.count === 1;
}
