import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/db";

const QUARTER = 15 * 60;

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
  /** Per account, whichever name was typed; per typed name where there is no account. */
  signInAccount: limiter("sign-in-account", 10, QUARTER),
  /** Per network address: a school or a library shares one. */
  signInAddress: limiter("sign-in-address", 60, QUARTER),
  resetAccount: limiter("reset-account", 3, QUARTER),
  resetAddress: limiter("reset-address", 20, QUARTER),
  /** Changes of address that an account asks for, with its password: a try at guessing it too. */
  emailChangeAccount: limiter("email-change-account", 5, QUARTER),
  /** Numbers of documents tried from a network address. */
  verifyAddress: limiter("verify-address", 60, QUARTER),
  /** Documents sent by an account: each is unpacked, sealed and stored. */
  uploadAccount: limiter("upload-account", 30, QUARTER),
  /** Public PDFs drawn for a network address: each costs the server a tenth of a second. */
  drawAddress: limiter("draw-address", 60, QUARTER),
} as const;

/** Names and addresses are kept as hashes only. */
function keyOf(subject: string): string {
  return createHash("sha256").update(subject).digest("base64url");
}

/** Counts an attempt; false once there have been too many in the last quarter of an hour. */
export async function mayTry(limit: keyof typeof LIMITS, subject: string): Promise<boolean> {
  try {
    await LIMITS[limit].consume(keyOf(subject));
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}

/** Forgets the attempts, after a success. */
export async function forgetAttempts(limit: keyof typeof LIMITS, subject: string): Promise<void> {
  await LIMITS[limit].delete(keyOf(subject));
}
