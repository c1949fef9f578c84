import "server-only";
import { randomUUID } from "node:crypto";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed, type EmailMessage, type Tx } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import { agentRoles, needsScopes, type AgentRole, type AgentScope } from "@/lib/domain/access";
import type { Instant } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { activationEmail } from "@/lib/emails/account-activation";
import { freeUserName } from "@/lib/services/accounts/find-account";
import { carrying, createToken } from "@/lib/services/operational/tokens";
import { activationUrl } from "@/lib/urls";
import { town } from "@/town/town";
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
    const accountId = await openAccount(tx, input, ctx.now);
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
      emails: [await invitation(tx, { ...input, accountId }, realNow)],
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
      emails: [await invitation(tx, { ...account, accountId }, realNow)],
    } satisfies Committed<null>);
  });
}

/** The id of the new account; null where an account has this address, or just got it. */
async function openAccount(
  tx: Tx,
  { firstName, lastName, role, email: typed }: Omit<NewAgent, "idempotencyKey">,
  now: Instant,
): Promise<string | null> {
  const email = typed.toLowerCase();
  const id = randomUUID();
  const { count } = await tx.account.createMany({
    data: {
      id,
      email,
      userName: await freeUserName(tx, email),
      role,
      firstName,
      lastName,
      createdAt: instantToDate(now),
    },
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}

async function invitation(
  tx: Tx,
  to: { accountId: string; email: string; firstName: string },
  realNow: Instant,
): Promise<EmailMessage> {
  const token = await createToken(tx, to.accountId, "activation", realNow);
  const url = activationUrl(token);
  return carrying(
    token,
    activationEmail({ to: to.email, firstName: to.firstName, town: town.mail.senderName, url }),
  );
}
