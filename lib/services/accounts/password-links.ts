import "server-only";
import { hashPassword } from "@/lib/auth/password";
import { inTurn } from "@/lib/auth/turns";
import { commit } from "@/lib/commit";
import type { Instant } from "@/lib/domain/day";
import { type Result, done, refused } from "@/lib/domain/result";
import { activationEmail } from "@/lib/emails/account-activation";
import { passwordChangedEmail } from "@/lib/emails/password-changed";
import { passwordResetEmail } from "@/lib/emails/password-reset";
import { revokeSessionsOf } from "@/lib/services/operational/sessions";
import { type Visitor, noteSignIn } from "@/lib/services/operational/sign-in-events";
import { forgetAttempts, mayTry } from "@/lib/services/operational/throttles";
import {
  carrying,
  createToken,
  endTokensOf,
  holderOfToken,
  useToken,
} from "@/lib/services/operational/tokens";
import { activationUrl, newPasswordUrl } from "@/lib/urls";
import { faultOfPassword } from "./acceptable";
import { findAccount, normalIdentifier } from "./find-account";
import { recipientOf } from "./recipient";
import { pairOf } from "./sign-in";
import { written } from "./written";
import { town } from "@/town/town";

/** Both clocks: the portal's dates the journal, the real one decides how long a link works. */
export interface AccountContext {
  visitor: Visitor;
  now: Instant;
  realNow: Instant;
}

/**
 * Sends the link that the person needs: to choose a first password (seven days), or to change a
 * forgotten one (an hour). Takes what sign-in takes; does nothing, and says nothing, where that is
 * nobody's. A stranger's requests do not take the owner's own away: they are counted apart, and when all
 * of an hour's are sent, one that works is in the mailbox.
 */
export async function sendPasswordLink(identifier: string, ctx: AccountContext): Promise<void> {
  const typed = normalIdentifier(identifier);
  if (!(await mayTry("resetPair", pairOf(typed, ctx.visitor)))) return;
  if (!(await mayTry("resetTyped", typed))) return;
  const account = await findAccount(typed);
  if (!account?.active) return;
  const purpose = account.passwordHash === null ? "activation" : "reset";
  await commit({ accountId: account.id, now: ctx.now }, async (tx) => {
    const token = await createToken(tx, account.id, purpose, ctx.realNow);
    const { email: to, firstName } = account;
    const message =
      purpose === "reset"
        ? passwordResetEmail({
            to,
            firstName,
            town: town.mail.senderName,
            url: newPasswordUrl(token),
          })
        : activationEmail({ to, firstName, town: town.mail.senderName, url: activationUrl(token) });
    await note(tx, "link-asked", account.id, ctx);
    return done(written(account.id, `${purpose}-link-sent`, [carrying(token, message)]));
  });
}

/**
 * Uses the link up, stores the password and ends every open session and every other link of the account.
 * Whoever has the link decides; an inactive account stays closed. The counters of failures and of links
 * begin again, for this visitor and the account's names. A password that is too short or easily guessed is refused, and
 * the link serves again.
 */
export async function choosePassword(
  input: { token: string; purpose: "activation" | "reset"; password: string },
  ctx: AccountContext,
): Promise<
  Result<
    { id: string; passwordHash: string },
    "link-expired" | "password-short" | "password-guessable"
  >
> {
  // Both cost time: who has no link has no password looked at, and none hashed.
  const holder = await holderOfToken(input.token, input.purpose, ctx.realNow);
  if (holder === null) return refused("link-expired");
  const fault = await faultOfPassword(holder, input.password);
  if (fault) return refused(fault);
  const passwordHash = await inTurn(() => hashPassword(input.password));
  const result = await commit({ accountId: null, now: ctx.now }, async (tx) => {
    const used = await useToken(tx, input.token, input.purpose, ctx.realNow);
    if (used === null) return refused("link-expired");
    const { accountId } = used;
    const names = await tx.account.update({
      where: { id: accountId },
      data: { passwordHash },
      select: { email: true, userName: true, firstName: true },
    });
    await revokeSessionsOf(tx, accountId, ctx.realNow);
    await endTokensOf(tx, accountId, ctx.realNow);
    const kind = input.purpose === "reset" ? "password-reset" : "account-activated";
    await note(tx, kind, accountId, ctx);
    // Of a first password nobody need be warned: there was none before.
    const told =
      input.purpose === "reset"
        ? [passwordChangedEmail({ ...recipientOf(names), byLink: true })]
        : [];
    return done({ ...written(accountId, kind, told), value: { id: accountId, ...names } });
  });
  if (!result.ok) return refused("link-expired");
  const { id, email, userName } = result.value;
  for (const typed of [email, userName ?? email]) {
    await forgetAttempts("signInPair", pairOf(typed, ctx.visitor));
    await forgetAttempts("resetPair", pairOf(typed, ctx.visitor));
    await forgetAttempts("resetTyped", typed);
  }
  return done({ id, passwordHash });
}

function note(
  tx: Parameters<typeof createToken>[0],
  kind: "link-asked" | "password-reset" | "account-activated",
  accountId: string,
  { visitor, realNow: at }: AccountContext,
): Promise<void> {
  return noteSignIn({ kind, accountId, visitor, at }, tx);
}
