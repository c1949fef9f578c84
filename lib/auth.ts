import "server-only";
import type { Route } from "next";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { cookieOptions, sessionCookieName } from "@/lib/auth/cookies";
import { factorOf, type ActorFactor, type FactorRow } from "@/lib/auth/factor-state";
import { returnPath } from "@/lib/auth/return-path";
import { realNow } from "@/lib/clock";
import { dateToInstant, instantToDate, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { reportRefused } from "@/lib/report";
import {
  agentPermissions,
  isAgentRole,
  reachOf,
  roleMay,
  type AccountRole,
  type AgentPermission,
  type AgentScope,
  type Reach,
} from "@/lib/domain/access";
import type { Brand } from "@/lib/domain/brand";
import type { Instant } from "@/lib/domain/day";
import { env } from "@/lib/env";

/** Who is acting, as the database says at this request. */
export interface Actor {
  accountId: string;
  sessionId: string;
  role: AccountRole;
  firstName: string;
  lastName: string;
  email: string;
  previousSignInAt: Instant | null;
  families: { id: number; name: string }[];
  /** The family acted for at the moment; null for agents and for a guardian without a family. */
  familyId: number | null;
  scopes: AgentScope[];
  factor: ActorFactor;
}

/** Proof that the actor is a guardian of this family. Services demand it; only this file mints it. */
export type AuthorizedFamily = Brand<"AuthorizedFamily"> & {
  readonly familyId: number;
  readonly accountId: string;
};

/**
 * Proof that the actor may do this, and how far. Services demand the permission that they are about: a
 * proof of another does not compile, one of several serves for each of them.
 */
export type Authorized<P extends AgentPermission> = Brand<"Authorized"> & {
  readonly accountId: string;
  readonly may: Readonly<Record<P, true>>;
  readonly reach: Reach;
};

/** Null where the actor is not a guardian of this family, whether or not the family exists. */
export function authorizeFamily(
  actor: Actor | null,
  familyId: number | null,
): AuthorizedFamily | null {
  if (actor === null || familyId === null) return null;
  if (!roleMay(actor.role, "act-for-family")) return null;
  if (!actor.families.some((family) => family.id === familyId)) return null;
  return { familyId, accountId: actor.accountId } as AuthorizedFamily;
}

/**
 * What an agent does in a family's stead, with the services that the family itself uses: the agent's account
 * stands on all of it.
 */
export function inStead(
  { accountId }: Authorized<"change-families">,
  familyId: number,
): AuthorizedFamily {
  return { familyId, accountId } as AuthorizedFamily;
}

/** The proof of these permissions; null where the actor's role lacks one of them. */
export function authorize<P extends AgentPermission>(
  actor: Actor | null,
  ...permissions: readonly [P, ...P[]]
): Authorized<P> | null {
  if (actor === null || !isAgentRole(actor.role) || actor.factor.isOverdue) return null;
  const { accountId, role, scopes } = actor;
  if (!permissions.every((permission) => roleMay(role, permission))) return null;
  const may = Object.fromEntries(permissions.map((permission) => [permission, true]));
  return { accountId, may, reach: reachOf(role, scopes) } as unknown as Authorized<P>;
}

/** The `authorize` of an agents' action: the permission that it asks for can be read from it. */
interface PermissionCheck<P extends AgentPermission> {
  (actor: Actor | null): Authorized<P> | null;
  readonly permission: P;
}

/** By permission, the `authorize` of an action that needs it, whatever is asked. */
export const permitted = Object.fromEntries(
  agentPermissions.map((permission) => [
    permission,
    Object.assign((actor: Actor | null) => authorize(actor, permission), { permission }),
  ]),
) as unknown as { readonly [P in AgentPermission]: PermissionCheck<P> };

interface ActorRow extends FactorRow {
  accountId: string;
  sessionId: string;
  firstName: string;
  lastName: string;
  email: string;
  previousSignInAt: Date | null;
  sessionFamilyId: number | null;
  families: { id: number; name: string }[];
  scopes: AgentScope[];
}

/**
 * The session's account, families and scopes, in one statement; null once revoked or expired. That it is in
 * use is written every five minutes (every minute for sessions that half an hour ends), not at each page.
 */
async function readActor(sessionId: string): Promise<Actor | null> {
  const at = instantToDate(realNow());
  const [row] = await readRows<ActorRow>(prisma, "readActor")`
    WITH seen AS (
      UPDATE "Session" SET "lastSeenAt" = ${at},
             "expiresAt" = least("endsAt", ${at}::timestamptz + make_interval(secs => "idleSeconds"))
       WHERE "id" = ${sessionId}::uuid AND "revokedAt" IS NULL AND "expiresAt" > ${at}
         AND "lastSeenAt" < ${at}::timestamptz - make_interval(secs => least(300, "idleSeconds" / 30))
    )
    SELECT a."id" AS "accountId", s."id" AS "sessionId", a."role"::text AS "role",
           a."firstName", a."lastName", a."email", a."previousSignInAt",
           s."familyId" AS "sessionFamilyId", s."factorProvedAt", a."factorGraceFrom",
           (SELECT f."setUpAt" FROM "SecondFactor" f WHERE f."accountId" = a."id") AS "factorSetUpAt",
           EXISTS (SELECT 1 FROM "Passkey" p WHERE p."accountId" = a."id") AS "hasPasskey",
           (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f."id", 'name', f."name") ORDER BY f."id"), '[]')
              FROM "Guardian" g JOIN "Family" f ON f."id" = g."familyId"
             WHERE g."accountId" = a."id") AS "families",
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                'activityId', CASE WHEN c."everyActivity" THEN '"every"' ELSE to_jsonb(c."activityId") END,
                'establishmentId', CASE WHEN c."everyEstablishment" THEN '"every"' ELSE to_jsonb(c."establishmentId") END
              )), '[]')
              FROM "AgentScope" c WHERE c."accountId" = a."id") AS "scopes"
      FROM "Session" s JOIN "Account" a ON a."id" = s."accountId"
     WHERE s."id" = ${sessionId}::uuid AND s."revokedAt" IS NULL AND a."active"
       AND s."expiresAt" > ${at}`;
  if (!row) return null;
  const { accountId, role, firstName, lastName, email, scopes, sessionFamilyId } = row;
  const families = roleMay(row.role, "act-for-family") ? row.families : [];
  const chosen = families.find((family) => family.id === sessionFamilyId) ?? families[0];
  return {
    accountId,
    sessionId: row.sessionId,
    role,
    firstName,
    lastName,
    email,
    scopes,
    families,
    familyId: chosen?.id ?? null,
    previousSignInAt: row.previousSignInAt && dateToInstant(row.previousSignInAt),
    factor: factorOf(row, at.getTime()),
  };
}

/** The id of the Session row that the request's cookie names, if the cookie is ours. */
export async function sessionIdOfRequest(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  // A forged or outdated cookie throws: the person is simply not signed in.
  const content = await decode({ token, secret: env.NEXTAUTH_SECRET }).catch(() => null);
  return typeof content?.["sid"] === "string" ? content["sid"] : null;
}

/** Who is acting, or null. Once a request, one statement: the token itself is never trusted. */
export const currentActor: () => Promise<Actor | null> = cache(async () => {
  const sessionId = await sessionIdOfRequest();
  return sessionId === null ? null : readActor(sessionId);
});

/** The path of the request (proxy.ts passes it on), to come back to after signing in. */
export async function signInPath(): Promise<Route> {
  const path = returnPath((await headers()).get("x-preau-path"));
  return path === "/" ? "/connexion" : (`/connexion?retour=${encodeURIComponent(path)}` as Route);
}

/** For parents' pages: the guardian and the family acted for, or a redirection. */
export async function requireGuardian(): Promise<{ actor: Actor; family: AuthorizedFamily }> {
  const actor = await currentActor();
  if (!actor) redirect(await signInPath());
  // Whoever acts for no family has pages of its own, where its role has any.
  if (!roleMay(actor.role, "act-for-family")) redirect("/admin");
  const family = authorizeFamily(actor, actor.familyId);
  if (!family) redirect("/connexion?erreur=sans-foyer");
  return { actor, family };
}

/** For agents' pages: the proof, a redirection to sign in, or "introuvable" for who may not. */
export async function requirePermission<P extends AgentPermission>(
  ...permissions: readonly [P, ...P[]]
): Promise<{ actor: Actor; agent: Authorized<P> }> {
  const actor = await currentActor();
  if (!actor) redirect(await signInPath());
  ledToSetUp(actor);
  const agent = authorize(actor, ...permissions);
  if (!agent) notTheirs(permissions.join(" or "), actor);
  return { actor, agent };
}

/** For the agents' door: the agent, a redirection to sign in, or "introuvable". */
export async function requireAgent(): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(await signInPath());
  if (!isAgentRole(actor.role)) notTheirs("agents", actor);
  ledToSetUp(actor);
  return actor;
}

function notTheirs(what: string, { accountId }: Actor): never {
  reportRefused(`page for ${what}`, accountId);
  notFound();
}

/** An agent whose grace is over sets the second factor up before anything else. */
function ledToSetUp({ factor }: Actor): void {
  if (factor.isOverdue) redirect("/compte/validation/mise-en-place?obligatoire=1" as Route);
}

/**
 * For pages that lead to something grave (`isGrave` of its action): a session that gave no code of late gives
 * one first, before anything is typed, and comes back here.
 */
export async function requireFreshCode({ factor }: Actor): Promise<void> {
  if (!factor.needsCode) return;
  const path = returnPath((await headers()).get("x-preau-path"));
  redirect(`/compte/confirmer?retour=${encodeURIComponent(path)}` as Route);
}

/** Makes this browser forget its session; the caller revokes the row. For actions only. */
export async function forgetSession(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...cookieOptions(), maxAge: 0 });
}
