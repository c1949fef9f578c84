import "server-only";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** A device where a right password was given: strangers' wrong ones do not keep it out. */
interface DeviceAccount {
  readonly id: string;
  readonly passwordHash: string | null;
}

/** A family shares a computer: that many accounts of one browser are known. */
const MOST_ACCOUNTS = 5;

export const DEVICE_SECONDS = 365 * 24 * 60 * 60;

/** Bound to the password's own hash: another password forgets every device. */
function macOf(deviceId: string, { id, passwordHash }: DeviceAccount): Buffer {
  return createHmac("sha256", env.NEXTAUTH_SECRET)
    .update(`device\n${id}\n${deviceId}\n${passwordHash ?? ""}`)
    .digest();
}

function entriesOf(cookie: string | undefined): string[] {
  return (cookie ?? "").slice(0, 1000).split(".").filter(Boolean);
}

/** The device's id for this account, or null: its cookie is not ours, or of before a new password. */
export function knownDevice(cookie: string | undefined, account: DeviceAccount): string | null {
  if (account.passwordHash === null) return null;
  for (const entry of entriesOf(cookie)) {
    const [deviceId = "", mac = ""] = entry.split("~");
    const given = Buffer.from(mac, "base64url");
    const right = macOf(deviceId, account);
    if (given.length === right.length && timingSafeEqual(given, right)) return deviceId;
  }
  return null;
}

/** The cookie that makes this device known to the account, with the accounts it knew before. */
export function deviceCookie(cookie: string | undefined, account: DeviceAccount): string {
  const others = entriesOf(cookie);
  if (knownDevice(cookie, account) !== null) return others.join(".");
  const deviceId = randomBytes(12).toString("base64url");
  const entry = `${deviceId}~${macOf(deviceId, account).toString("base64url")}`;
  return [entry, ...others].slice(0, MOST_ACCOUNTS).join(".");
}
