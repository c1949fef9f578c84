import "server-only";
import { env } from "@/lib/env";

/** Where the portal is served over https, cookies are Secure and bound to this very host. */
export function isSecure(): boolean {
  return env.PUBLIC_URL.startsWith("https://");
}

/** The names must be given wherever a cookie is written or read: next-auth's own differ. */
export function sessionCookieName(): string {
  return isSecure() ? "__Host-preau-session" : "preau-session";
}

export function csrfCookieName(): string {
  return isSecure() ? "__Host-preau-csrf" : "preau-csrf";
}

export function callbackCookieName(): string {
  return isSecure() ? "__Host-preau-retour" : "preau-retour";
}

/** What makes this device known to the accounts that signed in here (known-device.ts). */
export function deviceCookieName(): string {
  return isSecure() ? "__Host-preau-appareil" : "preau-appareil";
}

/** Names the half session of whoever gave a right password and has a code to give. */
export function stepCookieName(): string {
  return isSecure() ? "__Host-preau-etape" : "preau-etape";
}

/** What was typed as an identifier, kept for two minutes so that a failed sign-in shows it again. */
export const IDENTIFIER_COOKIE = "preau-identifiant";

export function cookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() } as const;
}

/** A `Set-Cookie` line with our options; `seconds` null = until the browser is closed. */
export function cookieLine(
  name: string,
  value: string,
  seconds: number | null,
  path: string = "/",
): string {
  const age = seconds === null ? "" : `; Max-Age=${seconds}`;
  const secure = isSecure() ? "; Secure" : "";
  return `${name}=${value}; Path=${path}${age}; HttpOnly; SameSite=Lax${secure}`;
}
