import "server-only";
import { type $ZodType, type output as Output, safeParseAsync } from "zod/v4/core";
import { familySent } from "@/lib/action/of-family";
import { TooDeepError, typedInput } from "@/lib/action/typed-text";
import { type Actor, type AuthorizedFamily, currentActor } from "@/lib/auth";
import { now } from "@/lib/clock";
import { agentPermissions, sideOf, type AgentPermission, type Side } from "@/lib/domain/access";
import { type Instant, type Moment, momentOfInstant } from "@/lib/domain/day";
import { reportRefused } from "@/lib/report";
import { type Refusal, refusalSentence } from "@/lib/sentences";

/**
 * Whose action it is: "account" is whoever is signed in, "anyone" includes people who are not. What an agent
 * may, `authorize` says.
 */
export type WriteRole = Side | "account" | "anyone";

type ActorOf<Role extends WriteRole> = Role extends "anyone" ? Actor | null : Actor;

export interface ActionContext<P, Role extends WriteRole = Side> {
  actor: ActorOf<Role>;
  /** What `authorize` minted: services demand it. */
  proof: P;
  now: Instant;
  moment: Moment;
}

export interface Refused {
  ok: false;
  refusal: Refusal;
  /** French, says what to do next. */
  message: string;
  /** A French sentence for each wrong field. */
  fields: Record<string, string>;
  /** What the person needs to go on (the other device's draft), where the service says so. */
  value?: unknown;
  /** What was sent, where the form is drawn again without JavaScript (`keepsTyped`). */
  typed?: Readonly<Record<string, unknown>>;
}

type Outcome<V> = { ok: true; value: V } | { ok: false; refusal: Refusal; value?: unknown };

export interface WriteDefinition<Role extends WriteRole, S extends $ZodType, P, V> {
  /** Unique; for the log and the tests. */
  name: string;
  role: Role;
  schema: S;
  /** "sent": what is sent names the family that it is for, and is refused for any other. */
  family?: "sent";
  /** A session whose account has a second factor must have given a code in the last quarter of an hour. */
  isGrave?: true;
  /** Null = "introuvable", whether or not the thing exists. `family`: the proof for the one sent. */
  authorize: (
    actor: ActorOf<Role>,
    input: Output<S>,
    family: AuthorizedFamily | null,
  ) => P | null | Promise<P | null>;
  run: (ctx: ActionContext<P, Role>, input: Output<S>) => Promise<Outcome<V>>;
}

/** What tests know of a write: whose it is, and the permission that `permitted` asks an agent for. */
export interface Registered {
  readonly role: WriteRole;
  /** Whether what is sent must name its family. */
  readonly isOfFamily: boolean;
  readonly isGrave: boolean;
  readonly permission: AgentPermission | null;
}

export function registered(def: {
  role: WriteRole;
  family?: "sent";
  isGrave?: true;
  authorize: object;
}): Registered {
  const permission = "permission" in def.authorize ? def.authorize.permission : null;
  const known = agentPermissions.find((each) => each === permission) ?? null;
  const isGrave = def.isGrave === true;
  return { role: def.role, isOfFamily: def.family === "sent", isGrave, permission: known };
}

const UNSAID = "Cette information n’est pas valable.";

export function refusal(code: Refusal, fields: Record<string, string> = {}): Refused {
  return { ok: false, refusal: code, message: refusalSentence[code], fields };
}

function mayPlay(actor: Actor, role: WriteRole): boolean {
  return role === "anyone" || role === "account" || sideOf(actor.role) === role;
}

function readTyped(input: unknown): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: typedInput(input) };
  } catch (error) {
    if (error instanceof TooDeepError) return { ok: false };
    throw error;
  }
}

/** The chain that actions and route handlers share: authenticate, which family, parse, authorize, run. */
export async function write<Role extends WriteRole, S extends $ZodType, P, V>(
  def: WriteDefinition<Role, S, P, V>,
  input: unknown,
): Promise<{ ok: true; input: Output<S>; value: V } | Refused> {
  const found = await currentActor();
  if (found === null && def.role !== "anyone") return refusal("signed-out");
  const notTheirs = () => {
    reportRefused(def.name, found?.accountId ?? null);
    return refusal("not-found");
  };
  if (found !== null && !mayPlay(found, def.role)) return notTheirs();
  if (def.role === "agent" && found?.factor.isOverdue) return refusal("factor-overdue");
  const actor = found as ActorOf<Role>;
  const typed = readTyped(input);
  if (!typed.ok) return refusal("invalid");
  // Before what was typed is judged: in another home nothing of it need be mended.
  const sent = def.family === "sent" ? familySent(found, typed.value) : null;
  if (sent?.ok === false) {
    const { refusal: code, ...said } = sent;
    return { ...refusal(code), ...said };
  }

  const parsed = await safeParseAsync(def.schema, sent ? sent.rest : typed.value, {
    error: () => UNSAID,
  });
  if (!parsed.success) {
    const fields: Record<string, string> = {};
    for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= issue.message;
    return refusal("invalid", fields);
  }
  const proof = await def.authorize(actor, parsed.data, sent?.family ?? null);
  if (proof === null) return notTheirs();
  if (def.isGrave && found?.factor.needsCode) return refusal("factor-needed");

  const instant = now();
  const ctx = { actor, proof, now: instant, moment: momentOfInstant(instant) };
  const outcome = await def.run(ctx, parsed.data);
  if (outcome.ok) return { ok: true, input: parsed.data, value: outcome.value };
  const refused = refusal(outcome.refusal);
  return outcome.value === undefined ? refused : { ...refused, value: outcome.value };
}
