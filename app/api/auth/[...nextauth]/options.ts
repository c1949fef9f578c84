import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import {
  callbackCookieName,
  cookieOptions,
  csrfCookieName,
  isSecure,
  sessionCookieName,
} from "@/lib/auth/cookies";
import { returnPath } from "@/lib/auth/return-path";
import { now, realNow } from "@/lib/clock";
import { refused } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { reportUnexpected } from "@/lib/report";
import type { SignedIn } from "@/lib/services/accounts/open-account";
import { signIn } from "@/lib/services/accounts/sign-in";
import { LONGEST_SESSION_SECONDS } from "@/lib/services/operational/sessions";
import type { Visitor } from "@/lib/services/operational/sign-in-events";

/** One sign-in: what the request brings, and what came of it. */
export interface SignInVisit {
  readonly visitor: Visitor;
  readonly deviceCookie: string | undefined;
  readonly staysSignedIn: boolean;
  readonly previousSessionId: string | null;
  /** Set once somebody is signed in. */
  signedIn: SignedIn | null;
  /** Set where the password was right and a code is awaited. */
  half: string | null;
}

/** next-auth passes an error's message on to the sign-in page: only codes of ours are thrown. */
function credentials(visit: SignInVisit) {
  const { signedIn: _none, half: _neither, ...brought } = visit;
  return CredentialsProvider({
    credentials: { identifiant: {}, motDePasse: {} },
    async authorize(given) {
      const answer = await signIn({
        ...brought,
        identifier: given?.identifiant ?? "",
        password: given?.motDePasse ?? "",
        now: now(),
        realNow: realNow(),
      }).catch((error: unknown) => {
        reportUnexpected("sign-in", error);
        return refused("indisponible");
      });
      if (!answer.ok && "half" in answer) visit.half = answer.half;
      if (!answer.ok) throw new Error(answer.refusal);
      visit.signedIn = answer.value;
      return { id: answer.value.account.id, sid: answer.value.sessionId };
    },
  });
}

/** next-auth's options. Its token holds nothing but the name of our Session row. */
export function authOptions(visit: SignInVisit): AuthOptions {
  return {
    secret: env.NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: LONGEST_SESSION_SECONDS },
    useSecureCookies: isSecure(),
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookieOptions() },
      csrfToken: { name: csrfCookieName(), options: cookieOptions() },
      callbackUrl: { name: callbackCookieName(), options: cookieOptions() },
    },
    pages: { signIn: "/connexion", error: "/connexion", signOut: "/connexion" },
    providers: [credentials(visit)],
    callbacks: {
      jwt({ token, user }) {
        const sid = user && "sid" in user ? user.sid : token["sid"];
        return { sid };
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) => returnPath(url),
    },
  };
}
