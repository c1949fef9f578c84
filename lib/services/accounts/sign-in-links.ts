import "server-only";
import { commit } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import { type Result, done, refused } from "@/lib/domain/result";
import { signInLinkEmail } from "@/lib/emails/sign-in-link";
import { openHalfSession } from "@/lib/services/operational/half-sessions";
import { noteSignIn } from "@/lib/services/operational/sign-in-events";
import { forgetAttempts, mayTry } from "@/lib/services/operational/throttles";
import { carrying, createToken, useToken } from "@/lib/services/operational/tokens";
import { signInLinkUrl } from "@/lib/urls";
import { town } from "@/town/town";
import { isFactorSet } from "./factor/is-set";
import { findAccount, normalIdentifier } from "./find-account";
import { invitationTo } from "./new-account";
import { openAccount, type SignedIn } from "./open-account";
import type { AccountContext } from "./password-links";
import { type HalfSignedIn, pairOf } from "./sign-in";
import { written } from "./written";

/**
 * Sends a link that signs in, for a quarter of an hour from when it left; whoever has not chosen a first
 * password gets the link for that. Takes what sign-in takes; does nothing, and says nothing, where that is
 * nobody's or the account is closed. When all of a quarter's are sent, one that works is in the mailbox.
 */
export async function sendSignInLink(identifier: string, ctx: AccountContext): Promise<void> {
  const typed = normalIdentifier(identifier);
  if (!(await mayTry("linkPair", pairOf(typed, ctx.visitor)))) return;
  if (!(await mayTry("linkTyped", typed))) return;
  const account = await findAccount(typed);
  if (!account?.active) return;
  const { id: accountId, email, firstName, passwordHash } = account;
  const noted = { accountId, visitor: ctx.visitor, at: ctx.realNow };
  await commit({ accountId, now: ctx.now }, async (tx) => {
    if (passwordHash === null) {
      await noteSignIn({ kind: "link-asked", ...noted }, tx);
      const message = await invitationTo(tx, { accountId, email, firstName }, ctx.realNow);
      return done(written(accountId, "activation-link-sent", [message]));
    }
    await noteSignIn({ kind: "sign-in-link-asked", ...noted }, tx);
    const token = await createToken(tx, accountId, "signIn", ctx.realNow);
    const url = signInLinkUrl(token);
    const message = signInLinkEmail({ to: email, firstName, town: town.mail.senderName, url });
    return done(written(accountId, "sign-in-link-sent", [carrying(token, message)]));
  });
}

interface Opened extends AccountContext {
  readonly staysSignedIn: boolean;
  /** The session that this browser had before: it ends. */
  readonly previousSessionId: string | null;
}

/**
 * Uses the link up, and every other of its kind, and opens a session; where a second factor is set its code is
 * awaited, as after a password. A closed account stays closed.
 */
export async function signInByLink(
  token: string,
  ctx: Opened,
): Promise<Result<SignedIn, "link-expired"> | HalfSignedIn> {
  const { visitor, now, realNow, staysSignedIn } = ctx;
  const used = await commit({ accountId: null, now }, async (tx) => {
    const link = await useToken(tx, token, "signIn", realNow);
    if (link === null) return refused("link-expired");
    const { accountId } = link;
    const account = await tx.account.findFirst({ where: { id: accountId, active: true } });
    if (account === null) return refused("link-expired");
    await tx.accountToken.updateMany({
      where: { accountId, purpose: "signIn", usedAt: null },
      data: { usedAt: instantToDate(realNow) },
    });
    await noteSignIn({ kind: "sign-in-link-used", accountId, visitor, at: realNow }, tx);
    return done({ ...written(accountId, "sign-in-link-used"), value: account });
  });
  if (!used.ok) return refused("link-expired");
  const account = used.value;
  for (const typed of [account.email, account.userName ?? account.email]) {
    await forgetAttempts("linkPair", pairOf(typed, visitor));
    await forgetAttempts("linkTyped", typed);
  }
  if (await isFactorSet(account)) {
    const half = await openHalfSession(account.id, staysSignedIn, realNow);
    return { ok: false, refusal: "code-awaited", half };
  }
  return done(await openAccount(account, { ...ctx, hasGivenCode: false }));
}
