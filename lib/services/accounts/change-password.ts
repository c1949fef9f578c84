import "server-only";
import type { OwnAccount } from "@/lib/auth/own-account";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { inTurn } from "@/lib/auth/turns";
import { commit } from "@/lib/commit";
import { prisma } from "@/lib/db";
import { type Result, done, refused } from "@/lib/domain/result";
import { passwordChangedEmail } from "@/lib/emails/password-changed";
import { revokeSessionsOf } from "@/lib/services/operational/sessions";
import { noteSignIn } from "@/lib/services/operational/sign-in-events";
import { countFailure, forgetAttempts, isOver } from "@/lib/services/operational/throttles";
import { endTokensOf } from "@/lib/services/operational/tokens";
import { faultOfPassword } from "./acceptable";
import type { AccountContext } from "./password-links";
import { recipientOf } from "./recipient";
import { written } from "./written";

/**
 * Another password, by whoever knows the present one. The other devices are signed out, links that wait end,
 * and the account's address is told. Wrong present ones are counted on the account: only its open sessions
 * come here.
 */
export async function changePassword(
  { accountId, sessionId }: OwnAccount,
  { present, chosen }: { present: string; chosen: string },
  { visitor, now, realNow }: AccountContext,
): Promise<
  Result<
    { id: string; passwordHash: string },
    | "too-many-attempts"
    | "wrong-password"
    | "password-short"
    | "password-guessable"
    | "password-changed"
  >
> {
  if (await isOver("presentPassword", accountId)) return refused("too-many-attempts");
  const account = await prisma.account.findUniqueOrThrow({ where: { id: accountId } });
  if (!(await inTurn(() => verifyPassword(account.passwordHash, present)))) {
    await countFailure("presentPassword", accountId);
    await noteSignIn({ kind: "wrong-password", accountId, visitor, at: realNow });
    return refused("wrong-password");
  }
  await forgetAttempts("presentPassword", accountId);
  const fault = await faultOfPassword(accountId, chosen);
  if (fault) return refused(fault);
  const passwordHash = await inTurn(() => hashPassword(chosen));
  const result = await commit({ accountId, now }, async (tx) => {
    // The one that was looked at, or another device was faster.
    const changed = await tx.account.updateMany({
      where: { id: accountId, passwordHash: account.passwordHash },
      data: { passwordHash },
    });
    if (changed.count === 0) return refused("password-changed");
    await revokeSessionsOf(tx, accountId, realNow, sessionId);
    await endTokensOf(tx, accountId, realNow);
    await noteSignIn({ kind: "password-changed", accountId, visitor, at: realNow }, tx);
    const told = passwordChangedEmail({ ...recipientOf(account), byLink: false });
    return done(written(accountId, "password-changed", [told]));
  });
  return result.ok ? done({ id: accountId, passwordHash }) : refused("password-changed");
}
