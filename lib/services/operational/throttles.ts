import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/db";

const QUARTER = 15 * 60;
const HOUR = 60 * 60;

/** Counters of attempts, in the "Throttle" table, so that every server counts the same. */
function limiter(keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "Throttle",
    tableCreated: true,
    keyPrefix,
    points,
    duration,
  });
}

const LIMITS = {
  /** Failures of what was typed, from one network address: a clumsy owner, or one stranger. */
  signInPair: limiter("sign-in-pair", 10, QUARTER),
  /** Failures of what was typed, from anywhere but a known device: strangers with many addresses. */
  signInTyped: limiter("sign-in-typed", 50, HOUR),
  /** Failures from one network address, whatever was typed: a school or a library shares one. */
  signInAddress: limiter("sign-in-address", 60, QUARTER),
  /** Failures of a known device, which no stranger can bring about. */
  signInDevice: limiter("sign-in-device", 10, QUARTER),
  /** One line in the journal for each of these that waits. */
  signInNoted: limiter("sign-in-noted", 1, QUARTER),
  resetPair: limiter("reset-pair", 3, QUARTER),
  /** An hour, like the link: whoever is refused has one in the mailbox that still works. */
  resetTyped: limiter("reset-typed", 6, HOUR),
  resetAddress: limiter("reset-address", 20, QUARTER),
  /** Links to come in with: counted apart from those of passwords, so that neither takes the other's away. */
  linkPair: limiter("link-pair", 3, QUARTER),
  /** A quarter of an hour, like the link. */
  linkTyped: limiter("link-typed", 6, QUARTER),
  linkAddress: limiter("link-address", 20, QUARTER),
  /** Changes of address that an account asks for, with its password: a try at guessing it too. */
  emailChangeAccount: limiter("email-change-account", 5, QUARTER),
  /** Wrong present passwords given by a session that is open. */
  presentPassword: limiter("present-password", 5, QUARTER),
  /** Wrong codes of a second factor: a stranger who has the password has no more than these. */
  factorAccount: limiter("factor-account", 10, HOUR),
  factorAddress: limiter("factor-address", 30, QUARTER),
  /** What passkeys are asked to sign: each is a row, and a town hall shares one address. */
  passkeyAsked: limiter("passkey-asked", 600, QUARTER),
  /** Signatures that were refused. */
  passkeyFailed: limiter("passkey-failed", 60, QUARTER),
  /** Numbers of documents that do not exist, tried from a network address. */
  verifyAddress: limiter("verify-address", 60, QUARTER),
  /** Documents sent by an account: each is unpacked, sealed and stored. */
  uploadAccount: limiter("upload-account", 30, QUARTER),
  /** Public PDFs drawn for a network address: each costs the server a tenth of a second. */
  drawAddress: limiter("draw-address", 60, QUARTER),
} as const;

export type Limit = keyof typeof LIMITS;

/** Names and addresses are kept as hashes only. */
function keyOf(subject: string): string {
  return createHash("sha256").update(subject).digest("base64url");
}

/** Counts an attempt; false once there have been too many in the limit's time. */
export async function mayTry(limit: Limit, subject: string): Promise<boolean> {
  try {
    await LIMITS[limit].consume(keyOf(subject));
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}

/** Whether there have been too many failures; nothing is counted. */
export async function isOver(limit: Limit, subject: string): Promise<boolean> {
  const counted = await LIMITS[limit].get(keyOf(subject));
  return counted !== null && counted.consumedPoints >= LIMITS[limit].points;
}

/** Counts a failure. */
export async function countFailure(limit: Limit, subject: string): Promise<void> {
  await LIMITS[limit].penalty(keyOf(subject));
}

/** Forgets what was counted, after a success. */
export async function forgetAttempts(limit: Limit, subject: string): Promise<void> {
  await LIMITS[limit].delete(keyOf(subject));
}
