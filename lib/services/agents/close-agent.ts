import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import type { Instant } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { revokeSessionsOf } from "@/lib/services/operational/sessions";
import { readAgents } from "./read-agents";

/**
 * Closes an agent's account at once, on every device, or opens it again with the role and the limits that it
 * had. Nobody closes the own account, and the town keeps one active administrator at least: all of them are
 * locked. What is so already stays so.
 */
export async function setAgentActive(
  { proof, now }: ActionContext<Authorized<"manage-agents">>,
  { accountId, active }: { accountId: string; active: boolean },
  realNow: Instant,
): Promise<Result<null, "not-found" | "own-account" | "last-administrator" | "key-reused">> {
  return commit({ accountId: proof.accountId, now }, async (tx) => {
    await readRows(
      tx,
      "setAgentActive",
    )`SELECT id FROM "Account" WHERE role = 'administrator' OR id = ${accountId}::uuid
      ORDER BY id FOR UPDATE`;
    const agents = await readAgents(proof, tx);
    const its = agents.find(({ id }) => id === accountId);
    if (!its) return refused("not-found");
    if (!active && accountId === proof.accountId) return refused("own-account");
    const others = agents.some(
      (other) => other.active && other.role === "administrator" && other.id !== accountId,
    );
    if (!active && !others) return refused("last-administrator");
    await tx.account.update({ where: { id: accountId }, data: { active }, select: { id: true } });
    if (!active) await revokeSessionsOf(tx, accountId, realNow);
    const kind = active ? "agent-reopened" : "agent-closed";
    const subject = `account ${accountId}`;
    return done({ value: null, events: [{ kind, familyId: null, subject, data: {} } as const] });
  });
}
