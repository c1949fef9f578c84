import "server-only";
import { cookies } from "next/headers";
import { encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import type { SignedIn } from "@/lib/services/accounts/open-account";
import { LONGEST_SESSION_SECONDS } from "@/lib/services/operational/sessions";
import { HALF_SESSION_SECONDS } from "@/lib/services/operational/half-sessions";
import { cookieOptions, sessionCookieName, stepCookieName } from "./cookies";
import { rememberDevice } from "./remember-device";

/** The cookies that next-auth gives where the password is enough; the half session's goes. For actions only. */
export async function keepSignedIn({ sessionId, keptFor, account }: SignedIn): Promise<void> {
  const maxAge = LONGEST_SESSION_SECONDS;
  const token = await encode({ token: { sid: sessionId }, secret: env.NEXTAUTH_SECRET, maxAge });
  const jar = await cookies();
  const kept = keptFor === null ? {} : { maxAge: keptFor };
  jar.set(sessionCookieName(), token, { ...cookieOptions(), ...kept });
  jar.set(stepCookieName(), "", { ...cookieOptions(), maxAge: 0 });
  const { id, passwordHash } = account;
  if (passwordHash !== null) await rememberDevice({ id, passwordHash });
}

/** The cookie that the password's endpoint gives where a code is awaited. For actions only. */
export async function keepHalfSession(half: string): Promise<void> {
  const jar = await cookies();
  jar.set(stepCookieName(), half, { ...cookieOptions(), maxAge: HALF_SESSION_SECONDS });
}
