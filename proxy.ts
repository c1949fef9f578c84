import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { cookieOptions, csrfCookieName, isSecure } from "@/lib/auth/cookies";
import { csrfTokenOf, newCsrfCookie } from "@/lib/auth/csrf";
import { env } from "@/lib/env";
import { refusalSentence } from "@/lib/sentences";

/** Next's own limit for server actions, which would answer 500 without a word. */
const MOST_BYTES = 1_000_000;

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${env.APP_DEV ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure() ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Said before any code of ours reads the body; what was typed stays on the person's screen. */
function tooLarge(request: NextRequest): Response {
  const message = refusalSentence["too-large"];
  const headers = { "Cache-Control": "no-store" };
  // Next shows the text of a plain answer as the error of the action that was called.
  if (request.headers.has("next-action")) {
    const type = { "Content-Type": "text/plain; charset=utf-8" };
    return new Response(message, { status: 413, headers: { ...headers, ...type } });
  }
  if (!request.headers.get("accept")?.includes("text/html")) {
    const body = { ok: false, refusal: "too-large", message, fields: {} };
    return Response.json(body, { status: 413, headers });
  }
  const type = { "Content-Type": "text/html; charset=utf-8" };
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Envoi trop volumineux</title></head><body><main><h1>Envoi trop volumineux</h1><p>${message}</p><p>Utilisez le bouton Retour de votre navigateur pour retrouver votre saisie.</p></main></body></html>`;
  return new Response(html, { status: 413, headers: { ...headers, ...type } });
}

/**
 * Before every page and route: refuses what is too large, gives each page its own nonce, passes the
 * path on (to come back after signing in) and keeps answers out of every cache. Who may see what is
 * decided by the pages and the actions themselves.
 */
export function proxy(request: NextRequest): Response {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return tooLarge(request);

  const csrf = newCsrfCookieFor(request);
  if (csrf) request.cookies.set(csrfCookieName(), csrf);

  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const forwarded = new Headers(request.headers);
  forwarded.set("Content-Security-Policy", policy);
  forwarded.set("x-nonce", nonce);
  forwarded.set("x-preau-path", request.nextUrl.pathname + request.nextUrl.search);

  const response = NextResponse.next({ request: { headers: forwarded } });
  if (csrf) response.cookies.set(csrfCookieName(), csrf, cookieOptions());
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}

/**
 * The sign-in form needs next-auth's anti-forgery cookie, made with today's secret. Every page gives
 * it, not only that one: an action that leads there (signing out) draws it without asking again.
 */
function newCsrfCookieFor(request: NextRequest): string | null {
  const cookie = request.cookies.get(csrfCookieName())?.value;
  const known = csrfTokenOf(cookie, env.NEXTAUTH_SECRET) !== null;
  return known ? null : newCsrfCookie(env.NEXTAUTH_SECRET);
}

export const config = {
  // Everything but the built files, which are public and named by their content; the routes that take
  // files: they count the bytes themselves, and what passes here would be kept in memory first; and the
  // files of families, which have a policy of their own (lib/documents/file-response.ts).
  matcher: [
    "/((?!_next/static|_next/image|favicon\\.ico|icon\\.svg|famille/justificatifs/envoi$|famille/justificatifs/fichiers/|admin/justificatifs/envoi$|admin/justificatifs/fichiers/).*)",
  ],
};
