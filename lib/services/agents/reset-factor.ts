import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { instantToDate, prisma } from "@/lib/db";
import { agentRoles } from "@/lib/domain/access";
import type { Instant } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { factorChangedEmail } from "@/lib/emails/factor-changed";
import { isFactorSet } from "@/lib/services/accounts/factor/is-set";
import { recipientOf } from "@/lib/services/accounts/recipient";
import { revokeSessionsOf } from "@/lib/services/operational/sessions";
import { noteSignIn } from "@/lib/services/operational/sign-in-events";

const ofAnAgent = { role: { in: [...agentRoles] } };

/** Whether the agent has a second factor. */
export async function hasFactor(
  _agent: Authorized<"manage-agents">,
  accountId: string,
): Promise<boolean> {
  const account = await prisma.account.findFirst({ where: { id: accountId, ...ofAnAgent } });
  return account !== null && isFactorSet(account);
}

/**
 * Takes an agent's second factor away, passkeys too: the telephone and the recovery codes are lost. The sessions end,
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
    if (!(await isFactorSet(account, tx))) return refused("factor-not-set");
    await tx.secondFactor.deleteMany({ where: { accountId } });
    await tx.passkey.deleteMany({ where: { accountId } });
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
