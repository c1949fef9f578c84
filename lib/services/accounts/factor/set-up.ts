import "server-only";
import type { OwnAccount } from "@/lib/auth/own-account";
import { verifyPassword } from "@/lib/auth/password";
import { base32, newSecret, otpauthUrl, stepOfCode } from "@/lib/auth/totp";
import { inTurn } from "@/lib/auth/turns";
import { commit } from "@/lib/commit";
import { instantToDate, prisma } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { inFours, normalCode } from "@/lib/domain/second-factor";
import { factorChangedEmail } from "@/lib/emails/factor-changed";
import { seal, unseal } from "@/lib/seal";
import { revokeSessionsOf } from "@/lib/services/operational/sessions";
import { noteSignIn } from "@/lib/services/operational/sign-in-events";
import { countFailure, forgetAttempts, isOver } from "@/lib/services/operational/throttles";
import { town } from "@/town/town";
import type { AccountContext } from "../password-links";
import { recipientOf } from "../recipient";
import { written } from "../written";
import { replaceRecoveryCodes } from "./recovery-codes";
import { factorContext } from "./take-code";

/** How long a secret that was shown waits for its first code. */
const PENDING_MILLISECONDS = 60 * 60_000;

export type PasswordRefusal = "too-many-attempts" | "wrong-password";

/** Whether it is the account's present password; wrong ones are counted, and noted. */
export async function checkPassword(
  accountId: string,
  password: string,
  { visitor, realNow }: AccountContext,
): Promise<Result<null, PasswordRefusal>> {
  if (await isOver("presentPassword", accountId)) return refused("too-many-attempts");
  const { passwordHash } = await prisma.account.findUniqueOrThrow({ where: { id: accountId } });
  if (!(await inTurn(() => verifyPassword(passwordHash, password)))) {
    await countFailure("presentPassword", accountId);
    await noteSignIn({ kind: "wrong-password", accountId, visitor, at: realNow });
    return refused("wrong-password");
  }
  await forgetAttempts("presentPassword", accountId);
  return done(null);
}

/**
 * Makes a secret that waits for its first code; the one in force, if any, stays in force until then. With the
 * password: whoever finds an open session may not shut its owner out.
 */
export async function beginSetUp(
  { accountId }: OwnAccount,
  password: string,
  ctx: AccountContext,
): Promise<Result<null, PasswordRefusal>> {
  const checked = await checkPassword(accountId, password, ctx);
  if (!checked.ok) return checked;
  const pending = {
    pendingSecret: seal(newSecret(), factorContext(accountId)),
    pendingAt: instantToDate(ctx.realNow),
  };
  await prisma.secondFactor.upsert({
    where: { accountId },
    create: { accountId, ...pending },
    update: pending,
  });
  return done(null);
}

async function pendingSecret(accountId: string, realNow: Instant) {
  const since = new Date(Date.parse(realNow) - PENDING_MILLISECONDS);
  const factor = await prisma.secondFactor.findFirst({
    where: { accountId, pendingAt: { gt: since } },
  });
  return factor?.pendingSecret ?? null;
}

/** What is shown of a secret that waits: for the telephone that opens links, and for the one that one types on. */
export interface PendingSetUp {
  readonly url: string;
  readonly secret: string;
}

/** The set-up that waits for its first code; null where there is none, or no more. */
export async function readSetUp(
  { accountId }: OwnAccount,
  email: string,
  realNow: Instant,
): Promise<PendingSetUp | null> {
  const sealed = await pendingSecret(accountId, realNow);
  if (sealed === null) return null;
  const secret = unseal(sealed, factorContext(accountId));
  const url = otpauthUrl(secret, `${town.portalName} ${town.name}`, email);
  return { url, secret: inFours(base32(secret), " ") };
}

/**
 * The first right code puts the secret in force, with ten new recovery codes, which are returned and never
 * seen again: no idempotency key, which would keep them. The other devices are signed out.
 */
export async function confirmSetUp(
  { accountId, sessionId }: OwnAccount,
  typed: string,
  { visitor, now, realNow }: AccountContext,
): Promise<
  Result<readonly string[], "factor-code-wrong" | "factor-set-up-gone" | "too-many-attempts">
> {
  const sealed = await pendingSecret(accountId, realNow);
  if (sealed === null) return refused("factor-set-up-gone");
  const secret = unseal(sealed, factorContext(accountId));
  const step = stepOfCode(secret, normalCode(typed), Date.parse(realNow), null);
  if (step === null) return refused("factor-code-wrong");
  const at = instantToDate(realNow);
  const result = await commit({ accountId, now }, async (tx) => {
    const set = await tx.secondFactor.updateMany({
      where: { accountId, pendingSecret: sealed },
      data: { secret: sealed, setUpAt: at, lastStep: step, pendingSecret: null, pendingAt: null },
    });
    if (set.count === 0) return refused("factor-set-up-gone");
    const codes = await replaceRecoveryCodes(tx, accountId);
    await revokeSessionsOf(tx, accountId, realNow, sessionId);
    await tx.session.updateMany({ where: { id: sessionId }, data: { factorProvedAt: at } });
    await noteSignIn({ kind: "factor-set-up", accountId, visitor, at: realNow }, tx);
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    const told = factorChangedEmail({ ...recipientOf(account), change: "set-up" });
    return done({ ...written(accountId, "factor-set-up", [told]), value: codes });
  });
  if (!result.ok) return refused("factor-set-up-gone");
  await forgetAttempts("factorAccount", accountId);
  return done(result.value);
}
