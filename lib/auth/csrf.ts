import "server-only";
import { createHash, randomBytes } from "node:crypto";

function hashOf(token: string, secret: string): string {
  return createHash("sha256").update(`${token}${secret}`).digest("hex");
}

/**
 * next-auth's own anti-forgery cookie, `token|sha256(token + secret)`. A page cannot set a cookie,
 * so proxy.ts makes it where it is missing and the sign-in form works without JavaScript.
 */
export function newCsrfCookie(secret: string): string {
  const token = randomBytes(32).toString("hex");
  return `${token}|${hashOf(token, secret)}`;
}

/** The token that the form sends back, or null where the cookie is not ours. */
export function csrfTokenOf(cookie: string | undefined, secret: string): string | null {
  const [token, hash] = cookie?.split("|") ?? [];
  return token && hash === hashOf(token, secret) ? token : null;
}
