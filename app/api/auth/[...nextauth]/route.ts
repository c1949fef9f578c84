import NextAuth from "next-auth";
import { callbackCookieName, cookieOptions, IDENTIFIER_COOKIE } from "@/lib/auth/cookies";
import { returnPath } from "@/lib/auth/return-path";
import { authOptions } from "./options";

type Context = { params: Promise<{ nextauth: string[] }> };

async function ask(request: Request, context: Context): Promise<Response> {
  return (await NextAuth(authOptions())(request, context)) as Response;
}

export function GET(request: Request, context: Context): Promise<Response> {
  return ask(request, context);
}

/** next-auth's error pages become the sign-in page, with what was typed and where one was going. */
function backToSignIn(failure: URL, form: URLSearchParams): Response {
  const query = new URLSearchParams();
  query.set("erreur", failure.searchParams.get("error") ?? "formulaire");
  const back = returnPath(form.get("callbackUrl"));
  if (back !== "/") query.set("retour", back);
  const headers = new Headers({ Location: `/connexion?${query}` });
  const { sameSite, secure } = cookieOptions();
  const typed = encodeURIComponent((form.get("identifiant") ?? "").slice(0, 200));
  headers.append(
    "Set-Cookie",
    `${IDENTIFIER_COOKIE}=${typed}; Path=/connexion; Max-Age=120; HttpOnly; SameSite=${sameSite}${secure ? "; Secure" : ""}`,
  );
  return new Response(null, { status: 303, headers });
}

/** Signing in: next-auth's own endpoint, made to work as a plain form without JavaScript. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const form = new URLSearchParams(await request.clone().text());
  const answer = await ask(request, context);
  const location = answer.headers.get("location");
  if (location === null) return answer;
  const cookies = answer.headers.getSetCookie();
  const isSignIn = new URL(request.url).pathname.endsWith("/callback/credentials");
  const target = new URL(location, "http://portal.invalid");
  const failed = isSignIn && target.pathname.startsWith("/api/auth/");
  const response = failed
    ? backToSignIn(target, form)
    : new Response(null, { status: 303, headers: { Location: location } });
  // Its memory of where to go is not used: the form says it.
  const kept = cookies.filter((cookie) => !cookie.startsWith(`${callbackCookieName()}=`));
  for (const cookie of kept) response.headers.append("Set-Cookie", cookie);
  return response;
}
