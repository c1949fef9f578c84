import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed } from "@/lib/commit";
import { agentRoles, needsScopes, type AgentRole, type AgentScope } from "@/lib/domain/access";
import type { Instant } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { insertAccount, invitationTo } from "@/lib/services/accounts/new-account";
import { insertScopes, scopeKey, scopesExist, scopesOf } from "./scopes";

/** A new agent, as the form says it: names and address trimmed, the address well written. */
export interface NewAgent {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly role: AgentRole;
  readonly scopes: readonly AgentScope[];
  readonly idempotencyKey: string;
}

/**
 * Opens an agent's account, with its role and its limits, and sends the link to choose a password. An address
 * that an account has already is refused, a parent's too: whoever is both has two accounts.
 */
export async function inviteAgent(
  ctx: ActionContext<Authorized<"manage-agents">>,
  { idempotencyKey: key, ...input }: NewAgent,
  realNow: Instant,
): Promise<
  Result<{ accountId: string }, "scope-missing" | "not-found" | "agent-email-taken" | "key-reused">
> {
  const idempotency = { key, payload: { ...input, scopes: input.scopes.map(scopeKey) } };
  return commit({ accountId: ctx.proof.accountId, now: ctx.now, idempotency }, async (tx) => {
    const scopes = scopesOf(input);
    if (needsScopes(input.role) && scopes.length === 0) return refused("scope-missing");
    if (!(await scopesExist(tx, scopes))) return refused("not-found");
    const accountId = await insertAccount(tx, input, ctx.now);
    if (accountId === null) return refused("agent-email-taken");
    await insertScopes(tx, accountId, scopes);
    return done({
      value: { accountId },
      events: [
        {
          kind: "agent-invited",
          familyId: null,
          subject: `account ${accountId}`,
          data: { role: input.role, scopes: scopes.map(scopeKey) },
        },
      ],
      emails: [await invitationTo(tx, { ...input, accountId }, realNow)],
    } satisfies Committed<{ accountId: string }>);
  });
}

/** The link again, as long as no password was chosen with it. */
export async function inviteAgentAgain(
  ctx: ActionContext<Authorized<"manage-agents">>,
  { accountId, idempotencyKey: key }: { accountId: string; idempotencyKey: string },
  realNow: Instant,
): Promise<Result<null, "not-found" | "agent-active" | "account-closed" | "key-reused">> {
  const idempotency = { key, payload: { accountId } };
  return commit({ accountId: ctx.proof.accountId, now: ctx.now, idempotency }, async (tx) => {
    const account = await tx.account.findFirst({
      where: { id: accountId, role: { in: [...agentRoles] } },
    });
    if (!account) return refused("not-found");
    if (!account.active) return refused("account-closed");
    if (account.passwordHash !== null) return refused("agent-active");
    return done({
      value: null,
      events: [
        {
          kind: "agent-invited",
          familyId: null,
          subject: `account ${accountId}`,
          data: { again: true },
        },
      ],
      emails: [await invitationTo(tx, { ...account, accountId }, realNow)],
    } satisfies Committed<null>);
  });
}
