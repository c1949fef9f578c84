import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import { needsScopes, type AgentRole, type AgentScope } from "@/lib/domain/access";
import { done, refused, type Result } from "@/lib/domain/result";
import { readAgents, type Agent } from "./read-agents";
import { insertScopes, scopeKey, scopesExist, scopesOf } from "./scopes";

export interface AgentRights {
  readonly accountId: string;
  readonly role: AgentRole;
  /** Of a role with limits; another keeps none. */
  readonly scopes: readonly AgentScope[];
  /** The stamp of the agent's rights, as they were read. */
  readonly shown: string;
  readonly idempotencyKey: string;
}

type RightsRefusal =
  "not-found" | "settings-changed" | "settings-unchanged" | "scope-missing" | "last-administrator";

/**
 * Gives an agent its role and its limits: they hold from the next page that it opens. The town keeps one
 * active administrator at least: all agents are locked, so that two do not take the role from each other.
 */
export async function saveAgentRights(
  ctx: ActionContext<Authorized<"manage-agents">>,
  { idempotencyKey: key, ...input }: AgentRights,
): Promise<Result<{ name: string }, RightsRefusal | "key-reused">> {
  const idempotency = { key, payload: { ...input, scopes: input.scopes.map(scopeKey) } };
  return commit({ accountId: ctx.proof.accountId, now: ctx.now, idempotency }, async (tx) => {
    await readRows(
      tx,
      "saveAgentRights",
    )`SELECT id FROM "Account" WHERE role = 'administrator' OR id = ${input.accountId}::uuid
      ORDER BY id FOR UPDATE`;
    const agents = await readAgents(ctx.proof, tx);
    const before = agents.find(({ id }) => id === input.accountId);
    if (!before) return refused("not-found");
    const scopes = scopesOf(input);
    const refusal = refusalOf(agents, before, { ...input, scopes });
    if (refusal) return refused(refusal);
    if (!(await scopesExist(tx, scopes))) return refused("not-found");
    await write(tx, { ...input, scopes });
    return done({
      value: { name: before.name },
      events: [
        {
          kind: "agent-rights-changed",
          familyId: null,
          subject: `account ${before.id}`,
          data: {
            was: { role: before.role, scopes: before.scopes.map(scopeKey) },
            now: { role: input.role, scopes: scopes.map(scopeKey) },
          },
        },
      ],
    });
  });
}

function refusalOf(
  agents: readonly Agent[],
  before: Agent,
  { role, scopes, shown }: Pick<AgentRights, "role" | "scopes" | "shown">,
): RightsRefusal | null {
  if (before.stamp !== shown) return "settings-changed";
  if (needsScopes(role) && scopes.length === 0) return "scope-missing";
  const others = agents.filter(({ id, active }) => active && id !== before.id);
  if (role !== "administrator" && !others.some((other) => other.role === "administrator"))
    return "last-administrator";
  const same =
    before.role === role && before.scopes.map(scopeKey).join() === scopes.map(scopeKey).join();
  return same ? "settings-unchanged" : null;
}

async function write(
  tx: Tx,
  { accountId, role, scopes }: Pick<AgentRights, "accountId" | "role" | "scopes">,
): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { role }, select: { id: true } });
  await tx.agentScope.deleteMany({ where: { accountId } });
  await insertScopes(tx, accountId, scopes);
}
