import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import {
  callbackCookieName,
  cookieOptions,
  csrfCookieName,
  isSecure,
  sessionCookieName,
} from "@/lib/auth/cookies";
import { networkAddress } from "@/lib/auth/network-address";
import { returnPath } from "@/lib/auth/return-path";
import { now, realNow } from "@/lib/clock";
import { refused } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { reportUnexpected } from "@/lib/report";
import { signIn } from "@/lib/services/accounts";
import { SESSION_SECONDS } from "@/lib/services/operational/sessions";

interface HeadersGiven {
  headers?: Record<string, unknown> | undefined;
}

function header(request: HeadersGiven, name: string): string | null {
  const value = request.headers?.[name];
  return typeof value === "string" ? value : null;
}

/** next-auth passes an error's message on to the sign-in page: only codes of ours are thrown. */
const credentials = CredentialsProvider({
  credentials: { identifiant: {}, motDePasse: {} },
  async authorize(given, request) {
    const answer = await signIn({
      identifier: given?.identifiant ?? "",
      password: given?.motDePasse ?? "",
      address: networkAddress(header(request, "x-forwarded-for")),
      userAgent: header(request, "user-agent"),
      now: now(),
      realNow: realNow(),
    }).catch((error: unknown) => {
      reportUnexpected("sign-in", error);
      return refused("indisponible");
    });
    if (!answer.ok) throw new Error(answer.refusal);
    return { id: answer.value.accountId, sid: answer.value.sessionId };
  },
});

let options: AuthOptions | undefined;

/** next-auth's options. Its token holds nothing but the name of our Session row. */
export function authOptions(): AuthOptions {
  return (options ??= {
    secret: env.NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: isSecure(),
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookieOptions() },
      csrfToken: { name: csrfCookieName(), options: cookieOptions() },
      callbackUrl: { name: callbackCookieName(), options: cookieOptions() },
    },
    pages: { signIn: "/connexion", error: "/connexion", signOut: "/connexion" },
    providers: [credentials],
    callbacks: {
      jwt({ token, user }) {
        const sid = user && "sid" in user ? user.sid : token["sid"];
        return { sid };
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) => returnPath(url),
    },
  });
}
