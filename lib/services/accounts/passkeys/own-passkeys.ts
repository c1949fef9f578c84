import "server-only";
import type { OwnAccount } from "@/lib/auth/own-account";
import { commit } from "@/lib/commit";
import { dateToInstant, prisma } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { factorChangedEmail } from "@/lib/emails/factor-changed";
import { revokeSessionsOf } from "@/lib/services/operational/sessions";
import { noteSignIn } from "@/lib/services/operational/sign-in-events";
import { isFactorSet } from "../factor/is-set";
import { checkPassword, type PasswordRefusal } from "../factor/set-up";
import type { AccountContext } from "../password-links";
import { recipientOf } from "../recipient";
import { written } from "../written";

/** A passkey, as its owner knows it. */
export interface OwnPasskey {
  readonly id: string;
  readonly label: string;
  /** Of the browser where it was made. */
  readonly userAgent: string | null;
  /** It goes with the account of Apple, Google…, and is on several devices. */
  readonly isSynced: boolean;
  readonly createdAt: Instant;
  /** Null: never since it was made. */
  readonly lastUsedAt: Instant | null;
}

/** The account's passkeys, the oldest first. */
export async function readOwnPasskeys({ accountId }: OwnAccount): Promise<readonly OwnPasskey[]> {
  const rows = await prisma.passkey.findMany({
    where: { accountId },
    select: {
      id: true,
      label: true,
      userAgent: true,
      isSynced: true,
      createdAt: true,
      lastUsedAt: true,
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ createdAt, lastUsedAt, ...row }) => ({
    ...row,
    createdAt: dateToInstant(createdAt),
    lastUsedAt: lastUsedAt && dateToInstant(lastUsedAt),
  }));
}

/**
 * Forgets a passkey, with the password; the other devices are signed out, for it may be in somebody else's
 * hands. Refused where it is an agent's only second factor. Somebody else's is not found.
 */
export async function removePasskey(
  { accountId, sessionId }: OwnAccount,
  { id, password }: { readonly id: string; readonly password: string },
  ctx: AccountContext,
): Promise<Result<null, PasswordRefusal | "not-found" | "factor-compulsory" | "key-reused">> {
  const { visitor, now, realNow } = ctx;
  const own = { id, accountId };
  if ((await prisma.passkey.count({ where: own })) === 0) return refused("not-found");
  const checked = await checkPassword(accountId, password, ctx);
  if (!checked.ok) return checked;
  return commit({ accountId, now }, async (tx) => {
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    const wasSet = await isFactorSet(account, tx);
    const { count } = await tx.passkey.deleteMany({ where: own });
    if (count === 0) return refused("not-found");
    if (wasSet && !(await isFactorSet(account, tx))) return refused("factor-compulsory");
    await revokeSessionsOf(tx, accountId, realNow, sessionId);
    await noteSignIn({ kind: "passkey-removed", accountId, visitor, at: realNow }, tx);
    const told = factorChangedEmail({ ...recipientOf(account), change: "passkey-removed" });
    return done(written(accountId, "passkey-removed", [told]));
  });
}
