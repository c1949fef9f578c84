import "server-only";
import type { $ZodType } from "zod/v4/core";
import { inBodyTurn } from "@/lib/action/body-turns";
import { readForm } from "@/lib/action/form-data";
import { otherFamilyHref } from "@/lib/action/of-family";
import { readFormBody, readJsonBody, type BodyProblem } from "@/lib/action/read-body";
import {
  refusal,
  registered,
  write,
  type Refused,
  type Registered,
  type WriteDefinition,
  type WriteRole,
} from "@/lib/action/write";
import { currentActor } from "@/lib/auth";
import { env } from "@/lib/env";
import { reportUnexpected } from "@/lib/report";
import type { Refusal } from "@/lib/sentences";

/** As for server actions. */
const MOST_BYTES = 1_000_000;

const STATUS: Partial<Record<Refusal, number>> = {
  "signed-out": 401,
  "wrong-origin": 403,
  "not-found": 404,
  "too-large": 413,
  "upload-too-large": 413,
  "too-many-attempts": 429,
  invalid: 400,
  "upload-broken": 400,
  "reading-busy": 503,
  unexpected: 500,
};

const JSON_PROBLEM: Readonly<Record<BodyProblem, Refusal>> = {
  "too-large": "too-large",
  invalid: "invalid",
  broken: "invalid",
};

const FORM_PROBLEM: Readonly<Record<BodyProblem, Refusal>> = {
  "too-large": "upload-too-large",
  invalid: "invalid",
  broken: "upload-broken",
};

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>;

/** What a route answers: as an action does. */
export type RouteOutcome<V> = { ok: true; value: V } | Refused;

/** For a route that takes a form with files, besides JSON's rules. */
export interface FormRoute<V> {
  /** Of the whole form. The path must be left out of proxy.ts, which reads bodies of pages. */
  readonly mostBytes: number;
  /**
   * Where a browser goes that sent the form without JavaScript. `typed`: what it sent, files apart, to
   * be shown again; empty where it could not be read.
   */
  readonly page: (outcome: RouteOutcome<V>, typed: Readonly<Record<string, unknown>>) => string;
}

export interface RouteDefinition<
  Role extends WriteRole,
  S extends $ZodType,
  P,
  V,
> extends WriteDefinition<Role, S, P, V> {
  readonly form?: FormRoute<V>;
}

/** Every route handler that writes and has been loaded, by name: tests try each as everybody. */
export const registeredRoutes = new Map<string, Registered & { handle: RouteHandler }>();

function respond(body: object, status: number): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}

function respondOutcome(outcome: RouteOutcome<unknown>): Response {
  if (outcome.ok) return respond({ ok: true, value: outcome.value ?? null }, 200);
  return respond(outcome, STATUS[outcome.refusal] ?? 409);
}

/** Next checks the origin of server actions only. Browsers send one with every writing request. */
function comesFromPortal(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  if (origin === env.PUBLIC_URL) return true;
  return new URL(origin).host === request.headers.get("host");
}

type Fields = { ok: true; value: Record<string, unknown> } | Refused;

async function readFormFields(request: Request, mostBytes: number): Promise<Fields> {
  const body = await readFormBody(request, mostBytes);
  if (body.ok) return { ok: true, value: readForm(body.value) };
  return refusal(FORM_PROBLEM[body.problem]);
}

async function readJsonFields(request: Request): Promise<Fields> {
  const body = await readJsonBody(request, MOST_BYTES);
  if (!body.ok) return refusal(JSON_PROBLEM[body.problem]);
  return { ok: true, value: body.value instanceof Object ? { ...body.value } : {} };
}

/**
 * The only way to write from a route handler: the chain of `action()`, for a JSON body or a form with
 * files, after the checks that Next gives to actions only (origin, size). The segments of the URL
 * complete the body. Answers {ok: true, value} or {ok: false, refusal, message, fields} and never
 * leaves a trace in a cache: 400 invalid, 401 signed out, 403 origin, 404, 409 refused by a rule, 413,
 * 500. A browser that sent a form itself is led to a page instead (303).
 */
export function route<Role extends WriteRole, S extends $ZodType, P, V>(
  def: RouteDefinition<Role, S, P, V>,
): RouteHandler {
  const handle: RouteHandler = async (request, context) => {
    let typed: Record<string, unknown> = {};
    const writeFields = async (fields: Fields): Promise<RouteOutcome<V>> => {
      if (!fields.ok) return fields;
      typed = fields.value;
      return write(def, { ...typed, ...(await context.params) });
    };
    const decide = async (): Promise<RouteOutcome<V>> => {
      try {
        if (!comesFromPortal(request)) return refusal("wrong-origin");
        if (!def.form) return await writeFields(await readJsonFields(request));
        const { mostBytes } = def.form;
        const actor = await currentActor();
        // Nobody fills the memory without an account; a small form is read, to be shown again.
        if (actor === null) {
          const fields = await readFormFields(request, MOST_BYTES);
          return fields.ok ? await writeFields(fields) : refusal("signed-out");
        }
        const outcome = await inBodyTurn(actor.accountId, request, mostBytes, async () =>
          writeFields(await readFormFields(request, mostBytes)),
        );
        return outcome ?? refusal("reading-busy");
      } catch (error) {
        reportUnexpected(def.name, error);
        return refusal("unexpected");
      }
    };
    const outcome = await decide();
    if (!def.form || !request.headers.get("accept")?.includes("text/html"))
      return respondOutcome(outcome);
    const told = outcome.ok ? null : otherFamilyHref(outcome);
    const location = told ?? def.form.page(outcome, typed);
    return new Response(null, {
      status: 303,
      headers: { Location: location, "Cache-Control": "no-store" },
    });
  };
  registeredRoutes.set(def.name, { ...registered(def), handle });
  return handle;
}
