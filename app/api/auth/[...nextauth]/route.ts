import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { sessionIdOfRequest } from "@/lib/auth";
import {
  callbackCookieName,
  cookieLine,
  deviceCookieName,
  IDENTIFIER_COOKIE,
  sessionCookieName,
  stepCookieName,
} from "@/lib/auth/cookies";
import { DEVICE_SECONDS, deviceCookie } from "@/lib/auth/known-device";
import { returnPath } from "@/lib/auth/return-path";
import { visitorOf } from "@/lib/auth/visitor";
import { HALF_SESSION_SECONDS } from "@/lib/services/operational/half-sessions";
import { authOptions, type SignInVisit } from "./options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Only paths matter here: where the portal stands is not this file's business. */
const PORTAL = "http://portal.invalid";

/** After a form: the browser asks for the next page by GET. */
function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}

/** next-auth's error pages become the sign-in page, with what was typed and where one was going. */
function backToSignIn(failure: URL, form: URLSearchParams): Response {
  const query = new URLSearchParams();
  query.set("erreur", failure.searchParams.get("error") ?? "formulaire");
  const back = returnPath(form.get("callbackUrl"));
  if (back !== "/") query.set("retour", back);
  const response = seeOther(`/connexion?${query}`);
  const typed = encodeURIComponent((form.get("identifiant") ?? "").slice(0, 200));
  response.headers.append("Set-Cookie", cookieLine(IDENTIFIER_COOKIE, typed, 120, "/connexion"));
  return response;
}

/** The password was right: a page of its own asks for the code. Nobody is signed in yet. */
function toSecondStep(half: string, form: URLSearchParams): Response {
  const retour = encodeURIComponent(returnPath(form.get("callbackUrl")));
  const response = seeOther(`/connexion/code?retour=${retour}`);
  const cookie = cookieLine(stepCookieName(), half, HALF_SESSION_SECONDS);
  response.headers.append("Set-Cookie", cookie);
  return response;
}

/**
 * Signing in: next-auth's own endpoint, made to work as a plain form without JavaScript. Its other
 * endpoints are closed: pages read the session themselves, and signing out ends our Session row.
 */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (nextauth.join("/") !== "callback/credentials") return new Response(null, { status: 404 });
  const form = new URLSearchParams(await request.clone().text());
  const visit: SignInVisit = {
    visitor: visitorOf(request.headers),
    deviceCookie: (await cookies()).get(deviceCookieName())?.value,
    staysSignedIn: form.get("resterConnecte") !== null,
    previousSessionId: await sessionIdOfRequest(),
    signedIn: null,
    half: null,
  };
  const answer = (await NextAuth(authOptions(visit))(request, context)) as Response;
  if (visit.half !== null) return toSecondStep(visit.half, form);
  const target = new URL(answer.headers.get("location") ?? "/api/auth/error", PORTAL);
  const response = target.pathname.startsWith("/api/auth/")
    ? backToSignIn(target, form)
    : seeOther(target.pathname + target.search);
  for (const cookie of cookiesOf(answer, visit)) response.headers.append("Set-Cookie", cookie);
  return response;
}

/** next-auth's own cookies, with our times; its memory of where to go is not used: the form says it. */
function cookiesOf(answer: Response, { signedIn, deviceCookie: known }: SignInVisit): string[] {
  const given = answer.headers.getSetCookie().flatMap((cookie) => {
    if (cookie.startsWith(`${callbackCookieName()}=`)) return [];
    const value = cookie.startsWith(`${sessionCookieName()}=`)
      ? /=([^;]*)/.exec(cookie)?.[1]
      : undefined;
    if (value === undefined || signedIn === null) return [cookie];
    return [cookieLine(sessionCookieName(), value, signedIn.keptFor)];
  });
  if (signedIn === null) return given;
  const device = deviceCookie(known, signedIn.account);
  return [...given, cookieLine(deviceCookieName(), device, DEVICE_SECONDS)];
}
