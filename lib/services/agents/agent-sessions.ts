import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { instantToDate, prisma } from "@/lib/db";
import { agentRoles } from "@/lib/domain/access";
import type { Instant } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { revokeSessionsOf } from "@/lib/services/operational/sessions";
import { noteSignIn } from "@/lib/services/operational/sign-in-events";

const ofAnAgent = { role: { in: [...agentRoles] } };

/** On how many devices an agent is signed in, by the real clock. */
export function countAgentSessions(
  _agent: Authorized<"manage-agents">,
  accountId: string,
  realNow: Instant,
): Promise<number> {
  return prisma.session.count({
    where: {
      accountId,
      account: ofAnAgent,
      revokedAt: null,
      expiresAt: { gt: instantToDate(realNow) },
    },
  });
}

/**
 * Signs an agent out everywhere, at once: a telephone is lost, or somebody leaves. Whoever does it to the
 * own account stays signed in on this device. Parents' sessions are not the town's: not found.
 */
export async function endAgentSessions(
  { proof, actor, now }: ActionContext<Authorized<"manage-agents">>,
  accountId: string,
  realNow: Instant,
): Promise<Result<null, "not-found">> {
  const result = await commit({ accountId: proof.accountId, now }, async (tx) => {
    const agents = await tx.account.count({ where: { id: accountId, ...ofAnAgent } });
    if (agents === 0) return refused("not-found");
    await revokeSessionsOf(tx, accountId, realNow, actor.sessionId);
    const kind = "sessions-ended-by-town";
    await noteSignIn({ kind, accountId, visitor: null, at: realNow }, tx);
    const subject = `account ${accountId}`;
    return done({
      value: null,
      events: [{ kind: "agent-sessions-ended", familyId: null, subject, data: {} }],
    });
  });
  return result.ok ? done(null) : refused("not-found");
}
