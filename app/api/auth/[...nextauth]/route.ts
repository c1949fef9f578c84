import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { callbackCookieName, cookieOptions, IDENTIFIER_COOKIE } from "@/lib/auth/cookies";
import { returnPath } from "@/lib/auth/return-path";
import { authOptions } from "./options";

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
  const secure = cookieOptions().secure ? "; Secure" : "";
  response.headers.append(
    "Set-Cookie",
    `${IDENTIFIER_COOKIE}=${typed}; Path=/connexion; Max-Age=120; HttpOnly; SameSite=Lax${secure}`,
  );
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
  const answer = (await NextAuth(authOptions())(request, context)) as Response;
  const target = new URL(answer.headers.get("location") ?? "/api/auth/error", PORTAL);
  const response = target.pathname.startsWith("/api/auth/")
    ? backToSignIn(target, form)
    : seeOther(target.pathname + target.search);
  // Its memory of where to go is not used: the form says it.
  for (const cookie of answer.headers.getSetCookie()) {
    if (!cookie.startsWith(`${callbackCookieName()}=`))
      response.headers.append("Set-Cookie", cookie);
  }
  return response;
}
