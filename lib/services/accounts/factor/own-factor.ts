import "server-only";
import type { OwnAccount } from "@/lib/auth/own-account";
import { commit } from "@/lib/commit";
import { dateToInstant, instantToDate, prisma } from "@/lib/db";
import { isAgentRole } from "@/lib/domain/access";
import type { Instant } from "@/lib/domain/day";
import { lengthOfPassword, passwordLength } from "@/lib/domain/password";
import { done, refused, type Result } from "@/lib/domain/result";
import { factorChangedEmail } from "@/lib/emails/factor-changed";
import { noteSignIn } from "@/lib/services/operational/sign-in-events";
import type { AccountContext } from "../password-links";
import { recipientOf } from "../recipient";
import { written } from "../written";
import { isFactorSet } from "./is-set";
import { countRecoveryCodes, replaceRecoveryCodes } from "./recovery-codes";
import { checkPassword, type PasswordRefusal } from "./set-up";
import { takeCode, type CodeRefusal, type TakenCode } from "./take-code";

/** What one sees of the own second factor. */
export interface OwnFactor {
  /** Null: there is none. */
  readonly setUpAt: Instant | null;
  readonly recoveryCodesLeft: number;
}

export async function readOwnFactor({ accountId }: OwnAccount): Promise<OwnFactor> {
  const [factor, recoveryCodesLeft] = await Promise.all([
    prisma.secondFactor.findUnique({ where: { accountId }, select: { setUpAt: true } }),
    countRecoveryCodes(accountId),
  ]);
  return { setUpAt: factor?.setUpAt ? dateToInstant(factor.setUpAt) : null, recoveryCodesLeft };
}

/** A code, given by a session that is open: for a quarter of an hour it may do what is grave. */
export async function proveFactor(
  { accountId, sessionId }: OwnAccount,
  typed: string,
  ctx: AccountContext,
): Promise<Result<TakenCode, CodeRefusal>> {
  const taken = await takeCode(accountId, typed, ctx);
  if (!taken.ok) return taken;
  await prisma.session.updateMany({
    where: { id: sessionId },
    data: { factorProvedAt: instantToDate(ctx.realNow) },
  });
  return taken;
}

/** Ten new codes in the place of the old ones; returned once, and kept as hashes only. */
export async function renewRecoveryCodes(
  { accountId }: OwnAccount,
  { visitor, now, realNow }: AccountContext,
): Promise<Result<readonly string[], "factor-not-set" | "key-reused">> {
  return commit({ accountId, now }, async (tx) => {
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    if (!(await isFactorSet(account, tx))) return refused("factor-not-set");
    const codes = await replaceRecoveryCodes(tx, accountId);
    await noteSignIn({ kind: "recovery-codes-renewed", accountId, visitor, at: realNow }, tx);
    const told = factorChangedEmail({ ...recipientOf(account), change: "codes-renewed" });
    return done({ ...written(accountId, "recovery-codes-renewed", [told]), value: codes });
  });
}

/** Parents go back to the password alone, with it, where it is long enough for that. Agents may not. */
export async function removeFactor(
  { accountId }: OwnAccount,
  password: string,
  ctx: AccountContext,
): Promise<
  Result<
    null,
    PasswordRefusal | "password-short-alone" | "factor-compulsory" | "factor-not-set" | "key-reused"
  >
> {
  const { visitor, now, realNow } = ctx;
  const checked = await checkPassword(accountId, password, ctx);
  if (!checked.ok) return checked;
  const isLong = lengthOfPassword(password) >= passwordLength.alone;
  return commit({ accountId, now }, async (tx) => {
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    if (isAgentRole(account.role)) return refused("factor-compulsory");
    if (!isLong) return refused("password-short-alone");
    const { count } = await tx.secondFactor.deleteMany({ where: { accountId } });
    if (count === 0) return refused("factor-not-set");
    await tx.recoveryCode.deleteMany({ where: { accountId } });
    await noteSignIn({ kind: "factor-removed", accountId, visitor, at: realNow }, tx);
    const told = factorChangedEmail({ ...recipientOf(account), change: "removed" });
    return done(written(accountId, "factor-removed", [told]));
  });
}
