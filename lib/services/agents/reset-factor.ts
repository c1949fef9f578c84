import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { instantToDate, prisma } from "@/lib/db";
import { agentRoles } from "@/lib/domain/access";
import type { Instant } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { factorChangedEmail } from "@/lib/emails/factor-changed";
import { recipientOf } from "@/lib/services/accounts/recipient";
import { revokeSessionsOf } from "@/lib/services/operational/sessions";
import { noteSignIn } from "@/lib/services/operational/sign-in-events";

const ofAnAgent = { role: { in: [...agentRoles] } };

/** Whether the agent has a second factor. */
export async function hasFactor(
  _agent: Authorized<"manage-agents">,
  accountId: string,
): Promise<boolean> {
  const where = { accountId, setUpAt: { not: null }, account: ofAnAgent };
  return (await prisma.secondFactor.count({ where })) > 0;
}

/**
 * Takes an agent's second factor away: the telephone is lost, and the recovery codes too. The sessions end,
 * the agent is told, and signs in with the password, then sets another one up: a grace that is over stays over.
 */
export async function resetFactor(
  { proof, now }: ActionContext<Authorized<"manage-agents">>,
  accountId: string,
  realNow: Instant,
): Promise<Result<null, "not-found" | "factor-not-set" | "key-reused">> {
  return commit({ accountId: proof.accountId, now }, async (tx) => {
    const account = await tx.account.findFirst({ where: { id: accountId, ...ofAnAgent } });
    if (!account) return refused("not-found");
    const { count } = await tx.secondFactor.deleteMany({ where: { accountId } });
    if (count === 0) return refused("factor-not-set");
    await tx.recoveryCode.deleteMany({ where: { accountId } });
    await tx.account.updateMany({
      where: { id: accountId, factorGraceFrom: null },
      data: { factorGraceFrom: instantToDate(realNow) },
    });
    await revokeSessionsOf(tx, accountId, realNow);
    await noteSignIn({ kind: "factor-reset", accountId, visitor: null, at: realNow }, tx);
    return done({
      value: null,
      events: [
        {
          kind: "factor-reset" as const,
          familyId: null,
          subject: `account ${accountId}`,
          data: {},
        },
      ],
      emails: [factorChangedEmail({ ...recipientOf(account), change: "reset" })],
    });
  });
}
