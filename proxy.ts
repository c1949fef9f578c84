import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { cookieOptions, csrfCookieName, isSecure } from "@/lib/auth/cookies";
import { csrfTokenOf, newCsrfCookie } from "@/lib/auth/csrf";
import { env } from "@/lib/env";
import { refusalSentence } from "@/lib/sentences";

/** Next's own limit for server actions, which would answer 500 without a word. */
const MOST_BYTES = 1_000_000;

const REFUSED = {
  "too-large": { status: 413, title: "Envoi trop volumineux" },
  "wrong-origin": { status: 403, title: "Envoi refusé" },
  "not-found": { status: 400, title: "Adresse illisible" },
} as const;

/** Whether the address is text that a database can be asked for: UTF-8, without a NUL. */
function isReadable({ pathname, search }: NextRequest["nextUrl"]): boolean {
  try {
    return !decodeURIComponent(pathname).includes("\0") && !search.includes("%00");
  } catch {
    return false;
  }
}

/**
 * Where a write comes from, as browsers say it; null where none is named. A page that sends no referrer (its
 * reader's wish, or a policy's) has "null" for an origin: what the browser itself says of the site counts
 * then, which no page can write.
 */
function originOf({ headers }: NextRequest): string | null {
  const origin = headers.get("origin");
  return origin === "null" && headers.get("sec-fetch-site") === "same-origin"
    ? env.PUBLIC_URL
    : origin;
}

/** Next would answer 500 to what is no origin, or another's. */
function comesFromElsewhere(request: NextRequest): boolean {
  const origin = originOf(request);
  if (origin === null || /^(GET|HEAD|OPTIONS)$/.test(request.method)) return false;
  if (origin === env.PUBLIC_URL) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.get("host");
}

/** The bytes of a body that does not announce them, up to one more than may be. */
async function isLarger(request: NextRequest): Promise<boolean> {
  const announced = request.headers.get("content-length");
  if (announced !== null || !request.body) return Number(announced ?? 0) > MOST_BYTES;
  let bytes = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) return true;
  }
  return false;
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${env.APP_DEV ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure() ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Before any code of ours reads the request; what was typed stays on the person's screen. */
function refuse(request: NextRequest, refusal: keyof typeof REFUSED): Response {
  const { status, title } = REFUSED[refusal];
  const message = refusalSentence[refusal];
  const headers = { "Cache-Control": "no-store" };
  // Next shows the text of a plain answer as the error of the action that was called.
  if (request.headers.has("next-action")) {
    const type = { "Content-Type": "text/plain; charset=utf-8" };
    return new Response(message, { status, headers: { ...headers, ...type } });
  }
  if (!request.headers.get("accept")?.includes("text/html")) {
    const body = { ok: false, refusal, message, fields: {} };
    return Response.json(body, { status, headers });
  }
  const type = { "Content-Type": "text/html; charset=utf-8" };
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body><main><h1>${title}</h1><p>${message}</p><p>Utilisez le bouton Retour de votre navigateur pour retrouver votre saisie.</p></main></body></html>`;
  return new Response(html, { status, headers: { ...headers, ...type } });
}

/**
 * Before every page and route: refuses what is too large, unreadable or sent by another site, gives each page its own nonce, passes the
 * path on (to come back after signing in) and keeps answers out of every cache. Who may see what is
 * decided by the pages and the actions themselves.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  if (!isReadable(request.nextUrl)) return refuse(request, "not-found");
  if (comesFromElsewhere(request)) return refuse(request, "wrong-origin");
  if (await isLarger(request)) return refuse(request, "too-large");

  const csrf = newCsrfCookieFor(request);
  if (csrf) request.cookies.set(csrfCookieName(), csrf);

  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const forwarded = new Headers(request.headers);
  forwarded.set("Content-Security-Policy", policy);
  forwarded.set("x-nonce", nonce);
  // Next compares the origin with this one: behind a proxy that names itself, it would refuse our own.
  if (originOf(request) === env.PUBLIC_URL) {
    forwarded.set("x-forwarded-host", new URL(env.PUBLIC_URL).host);
    forwarded.set("origin", env.PUBLIC_URL);
  }
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
  // files of families and of pages, which have a policy of their own (lib/documents/file-response.ts).
  matcher: [
    "/((?!_next/static|_next/image|favicon\\.ico|icon\\.svg|famille/justificatifs/envoi$|famille/justificatifs/fichiers/|admin/justificatifs/envoi$|admin/import/envoi$|admin/justificatifs/fichiers/|admin/infos-pratiques/envoi$|infos-pratiques/fichiers/).*)",
  ],
};
