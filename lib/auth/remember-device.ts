import "server-only";
import { cookies } from "next/headers";
import { cookieOptions, deviceCookieName } from "./cookies";
import { DEVICE_SECONDS, deviceCookie } from "./known-device";

/** This browser is known to the account from now on, with its new password. For actions only. */
export async function rememberDevice(account: { id: string; passwordHash: string }): Promise<void> {
  const jar = await cookies();
  const known = deviceCookie(jar.get(deviceCookieName())?.value, account);
  jar.set(deviceCookieName(), known, { ...cookieOptions(), maxAge: DEVICE_SECONDS });
}
