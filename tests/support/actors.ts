// Who is acting, in tests. Import it before what is tested: it stands in for the request (cookies,
// headers, the pages' cache), never for the database: sessions are rows, the cookie is a real token.
import { encode } from "next-auth/jwt";
import type { ActionContext } from "@/lib/action/write";
import {
  authorize,
  authorizeFamily,
  type Actor,
  type Authorized,
  type AuthorizedFamily,
} from "@/lib/auth";
import { sessionCookieName } from "@/lib/auth/cookies";
import { prisma } from "@/lib/db";
import {
  agentPermissions,
  scopedPermissions,
  type AgentPermission,
  type AgentScope,
} from "@/lib/domain/access";
import { instantOfMoment, moment } from "@/lib/domain/day";
import { env } from "@/lib/env";
import { aSession } from "./builders/account";

const mockJar = new Map<string, string>();
const mockHeaders = new Headers();
const mockRevalidated: string[] = [];

jest.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (mockJar.has(name) ? { name, value: mockJar.get(name) } : undefined),
    getAll: () => [...mockJar].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string) => void mockJar.set(name, value),
  }),
  headers: async () => mockHeaders,
}));
jest.mock("next/cache", () => ({
  revalidatePath: (path: string) => void mockRevalidated.push(path),
}));

/** Nobody is signed in from now on; the pages drawn again are forgotten too. */
export function asNobody(): void {
  mockJar.clear();
  mockRevalidated.length = 0;
}

/** This account is signed in from now on, with a session of its own. Returns the session's id. */
export async function asAccount(account: { id: string }, family?: { id: number }): Promise<string> {
  asNobody();
  const session = await aSession(prisma, family ? { account, family } : { account });
  await asHolderOf(session.id);
  return session.id;
}

/** The browser holds a token of ours that names this session, whatever the row says. */
export async function asHolderOf(sessionId: string): Promise<void> {
  const token = await encode({ token: { sid: sessionId }, secret: env.NEXTAUTH_SECRET });
  mockJar.set(sessionCookieName(), token);
}

/** The browser holds this, as its session cookie. */
export function asBearer(token: string): void {
  mockJar.set(sessionCookieName(), token);
}

/** The browser holds these cookies, and no other. */
export function withCookies(cookies: Readonly<Record<string, string>>): void {
  mockJar.clear();
  for (const [name, value] of Object.entries(cookies)) mockJar.set(name, value);
}

/** The paths that actions asked to draw again since `asNobody` or `asAccount`. */
export function revalidatedPaths(): readonly string[] {
  return mockRevalidated;
}

/** An actor that never signed in, for what is decided from an actor alone. */
export function anActor(spec: Partial<Actor> = {}): Actor {
  return {
    accountId: "00000000-0000-4000-8000-000000000001",
    sessionId: "00000000-0000-4000-8000-000000000002",
    role: "guardian",
    firstName: "Camille",
    lastName: "Martin",
    email: "camille.martin@exemple.fr",
    previousSignInAt: null,
    families: [],
    familyId: null,
    scopes: [],
    factor: { isSet: false, hasPasskey: false, dueAt: null, isOverdue: false, needsCode: false },
    ...spec,
  };
}

/** The proof that services demand of a guardian's request. */
export function familyProof(account: { id: string }, family: { id: number }): AuthorizedFamily {
  const families = [{ id: family.id, name: "" }];
  const actor = anActor({ accountId: account.id, families, familyId: family.id });
  const proof = authorizeFamily(actor, family.id);
  if (!proof) throw new Error("a guardian of the family is authorized");
  return proof;
}

/** What an agent of activities may, within these scopes or, of another role, over the whole town. */
export function agentProof(
  account: { id: string },
  scopes: readonly AgentScope[] | "town",
): Authorized<(typeof scopedPermissions)[number]> {
  const limits =
    scopes === "town"
      ? ({ role: "educationService" } as const)
      : { role: "activityAgent" as const, scopes: [...scopes] };
  const proof = authorize(anActor({ accountId: account.id, ...limits }), ...scopedPermissions);
  if (!proof) throw new Error("an agent is authorized");
  return proof;
}

/** Everything that an agent may: services take of it what they demand. */
export function townAgentProof(account: { id: string }): Authorized<AgentPermission> {
  const actor = anActor({ accountId: account.id, role: "administrator" });
  const proof = authorize(actor, ...agentPermissions);
  if (!proof) throw new Error("an administrator answers for the whole town");
  return proof;
}

/** The same with the actor, at this hour of Paris. */
export function townAgentContext(
  account: { id: string; firstName?: string; lastName?: string; email?: string },
  at: string,
): ActionContext<Authorized<AgentPermission>> {
  const {
    id: accountId,
    firstName = "Nadia",
    lastName = "Leroy",
    email = "nadia@exemple.fr",
  } = account;
  const actor = anActor({ accountId, role: "administrator", firstName, lastName, email });
  return {
    actor,
    proof: townAgentProof(account),
    now: instantOfMoment(moment(at)),
    moment: moment(at),
  };
}
