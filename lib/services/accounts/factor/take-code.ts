import "server-only";
import { stepOfCode } from "@/lib/auth/totp";
import { commit } from "@/lib/commit";
import { instantToDate, prisma } from "@/lib/db";
import { done, refused, type Result } from "@/lib/domain/result";
import { isApplicationCode, normalCode } from "@/lib/domain/second-factor";
import { factorChangedEmail } from "@/lib/emails/factor-changed";
import { unseal } from "@/lib/seal";
import { noteSignIn } from "@/lib/services/operational/sign-in-events";
import { countFailure, forgetAttempts, isOver, mayTry } from "@/lib/services/operational/throttles";
import type { AccountContext } from "../password-links";
import { recipientOf } from "../recipient";
import { useRecoveryCode } from "./recovery-codes";

export type CodeRefusal = "too-many-attempts" | "factor-code-wrong";

/** A code was right; of a recovery code, how many are left. */
export interface TakenCode {
  readonly recoveryCodesLeft: number | null;
}

/**
 * Takes a code of the application or a recovery code, once each. Tries are counted before the code is looked
 * at, so that many at once are no more than one after the other; only a right one forgets them.
 */
export async function takeCode(
  accountId: string,
  typed: string,
  ctx: AccountContext,
): Promise<Result<TakenCode, CodeRefusal>> {
  const { visitor, realNow } = ctx;
  if (await isOver("factorAddress", visitor.address)) return refused("too-many-attempts");
  if (!(await mayTry("factorAccount", accountId))) return refused("too-many-attempts");
  const code = normalCode(typed);
  const taken = isApplicationCode(code)
    ? await takeApplicationCode(accountId, code, ctx)
    : await takeRecoveryCode(accountId, code, ctx);
  if (taken === null) {
    await countFailure("factorAddress", visitor.address);
    await noteSignIn({ kind: "wrong-code", accountId, visitor, at: realNow });
    return refused("factor-code-wrong");
  }
  await forgetAttempts("factorAccount", accountId);
  return done(taken);
}

/** What a secret is sealed for. */
export function factorContext(accountId: string): string {
  return `factor:${accountId}`;
}

async function takeApplicationCode(
  accountId: string,
  code: string,
  { realNow }: AccountContext,
): Promise<TakenCode | null> {
  const factor = await prisma.secondFactor.findUnique({ where: { accountId } });
  if (!factor?.secret) return null;
  const secret = unseal(factor.secret, factorContext(accountId));
  const step = stepOfCode(secret, code, Date.parse(realNow), factor.lastStep);
  if (step === null) return null;
  // Of two that bring the same code at once, the second finds that the step has moved.
  const moved = await prisma.secondFactor.updateMany({
    where: { accountId, setUpAt: factor.setUpAt, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return moved.count === 0 ? null : { recoveryCodesLeft: null };
}

async function takeRecoveryCode(
  accountId: string,
  code: string,
  { visitor, now, realNow }: AccountContext,
): Promise<TakenCode | null> {
  const used = await commit({ accountId, now }, async (tx) => {
    const left = await useRecoveryCode(tx, accountId, code, instantToDate(realNow));
    if (left === null) return refused("factor-code-wrong");
    await noteSignIn({ kind: "recovery-code-used", accountId, visitor, at: realNow }, tx);
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    return done({
      value: left,
      events: [
        {
          kind: "recovery-code-used" as const,
          familyId: null,
          subject: `account ${accountId}`,
          data: { left },
        },
      ],
      emails: [factorChangedEmail({ ...recipientOf(account), change: "code-used" })],
    });
  });
  return used.ok ? { recoveryCodesLeft: used.value } : null;
}
