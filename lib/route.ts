import "server-only";
import type { $ZodType } from "zod/v4/core";
import { reportUnexpected } from "@/lib/report";
import { type WriteDefinition, type WriteRole, refusal, write } from "@/lib/action/write";
import { env } from "@/lib/env";
import type { Refusal } from "@/lib/sentences";

/** As for server actions. */
const MOST_BYTES = 1_000_000;

const STATUS: Partial<Record<Refusal, number>> = {
  "signed-out": 401,
  "wrong-origin": 403,
  "not-found": 404,
  "too-large": 413,
  "too-many-attempts": 429,
  invalid: 400,
  unexpected: 500,
};

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>;

/** Every route handler that writes and has been loaded, by name: tests try each as everybody. */
export const registeredRoutes = new Map<string, { role: WriteRole; handle: RouteHandler }>();

function respond(body: object, status: number): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}

function respondRefusal(code: Refusal): Response {
  return respond(refusal(code), STATUS[code] ?? 409);
}

/** Next checks the origin of server actions only. Browsers send one with every writing request. */
function comesFromPortal(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  if (origin === env.PUBLIC_URL) return true;
  return new URL(origin).host === request.headers.get("host");
}

/** The body's JSON; null past the limit (counted, whatever the headers say); undefined: not JSON. */
async function readJson(request: Request): Promise<{ body: unknown } | null | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  try {
    return { body: JSON.parse(Buffer.concat(chunks).toString("utf8")) };
  } catch {
    return undefined;
  }
}

/**
 * The only way to write from a route handler: the chain of `action()`, for a JSON body, after the
 * checks that Next gives to actions only (origin, size). The segments of the URL complete the body.
 * Answers {ok: true, value} or {ok: false, refusal, message, fields} and never leaves a trace in a
 * cache: 400 invalid, 401 signed out, 403 origin, 404, 409 refused by a rule, 413, 500.
 */
export function route<Role extends WriteRole, S extends $ZodType, P, V>(
  def: WriteDefinition<Role, S, P, V>,
): RouteHandler {
  const handle: RouteHandler = async (request, context) => {
    try {
      if (!comesFromPortal(request)) return respondRefusal("wrong-origin");
      const json = await readJson(request);
      if (json === null) return respondRefusal("too-large");
      if (json === undefined) return respondRefusal("invalid");
      const params = await context.params;
      const input = { ...(json.body instanceof Object ? json.body : {}), ...params };
      const outcome = await write(def, input);
      if (outcome.ok) return respond({ ok: true, value: outcome.value ?? null }, 200);
      return respond(outcome, STATUS[outcome.refusal] ?? 409);
    } catch (error) {
      reportUnexpected(def.name, error);
      return respondRefusal("unexpected");
    }
  };
  registeredRoutes.set(def.name, { role: def.role, handle });
  return handle;
}
