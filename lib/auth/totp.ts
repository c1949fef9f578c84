import "server-only";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Seconds of one code. Applications take six digits, SHA-1 and thirty seconds, whatever else is asked. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Codes of the step before and after are taken: clocks differ, and people type slowly. */
const WINDOW = 1;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A secret for an authenticator application: as many bytes as SHA-1 gives (RFC 4226, 4). */
export function newSecret(): Uint8Array {
  return randomBytes(20);
}

/** RFC 4648, without padding: what authenticator applications read. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET[parseInt(group.padEnd(5, "0"), 2)]).join("");
}

/** The step that a moment, in milliseconds since 1970, is in. */
export function stepOf(milliseconds: number): number {
  return Math.floor(milliseconds / 1000 / STEP_SECONDS);
}

/** The code of one step: RFC 6238 over RFC 4226. */
export function codeOfStep(secret: Uint8Array, step: number, digits: number = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac[mac.length - 1] ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/**
 * The step that this code is of, around a moment; null where it is of none, or of one that is not newer
 * than `lastStep`, whose code was taken already (RFC 6238, 5.2).
 */
export function stepOfCode(
  secret: Uint8Array,
  code: string,
  milliseconds: number,
  lastStep: number | null,
): number | null {
  const here = stepOf(milliseconds);
  const given = Buffer.from(code);
  for (let step = here - WINDOW; step <= here + WINDOW; step += 1) {
    const right = Buffer.from(codeOfStep(secret, step));
    const matches = given.length === right.length && timingSafeEqual(given, right);
    if (matches && (lastStep === null || step > lastStep)) return step;
  }
  return null;
}

/** The address that an authenticator application opens. */
export function otpauthUrl(secret: Uint8Array, issuer: string, email: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
