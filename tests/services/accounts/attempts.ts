import { instant } from "@/lib/domain/day";
import { type SignInAttempt, signIn } from "@/lib/services/accounts/sign-in";

export const realNow = instant("2026-11-22T09:00:00.000Z");
export const now = instant("2025-07-15T08:09:00.000Z");
export const PASSWORD = "un mot de passe assez long";

export const later = (minutes: number) =>
  instant(new Date(Date.parse(realNow) + minutes * 60_000).toISOString());

let visits = 0;

/** From an address of its own, unless told otherwise. */
export function visitor(address = `address ${++visits}`) {
  return { address, userAgent: "a browser" };
}

/** An attempt from an address of its own and a device that nobody knows, unless told otherwise. */
export function attempt(
  identifier: string,
  password = PASSWORD,
  { address, ...given }: Partial<SignInAttempt> & { address?: string } = {},
) {
  return signIn({
    identifier,
    password,
    visitor: visitor(address),
    deviceCookie: undefined,
    staysSignedIn: false,
    previousSessionId: null,
    now,
    realNow,
    ...given,
  });
}
