import "server-only";
import { randomUUID } from "node:crypto";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { type Committed, type EmailMessage, type Tx, commit } from "@/lib/commit";
import { instantToDate, prisma } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";
import { type Result, done, refused } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { activationEmail } from "@/lib/emails/account-activation";
import { passwordResetEmail } from "@/lib/emails/password-reset";
import { openSession, revokeSessionsOf } from "@/lib/services/operational/sessions";
import { forgetAttempts, mayTry } from "@/lib/services/operational/throttles";
import { type TokenPurpose, createToken, useToken } from "@/lib/services/operational/tokens";

export interface SignInAttempt {
  /** E-mail address, or user name: what stands before the @, where one account only has it. */
  identifier: string;
  password: string;
  /** Network address, for the throttle. */
  address: string;
  userAgent: string | null;
  now: Instant;
  realNow: Instant;
}

export type SignInRefusal = "identifiants" | "trop-d-essais";

async function findAccount(identifier: string) {
  const name = identifier.trim().toLowerCase();
  const where = name.includes("@") ? { email: name } : { userName: name };
  const found = await prisma.account.findMany({
    where,
    select: { id: true, passwordHash: true, active: true, email: true },
    take: 2,
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * Opens a session, or refuses in the same words and the same time whether or not the account
 * exists. Attempts are counted per account and per address before the password is looked at.
 */
export async function signIn(
  attempt: SignInAttempt,
): Promise<Result<{ accountId: string; sessionId: string }, SignInRefusal>> {
  const account = await findAccount(attempt.identifier);
  const counted = account?.email ?? attempt.identifier.trim().toLowerCase();
  const addressMayTry = await mayTry("signInAddress", attempt.address);
  if (!(await mayTry("signInAccount", counted)) || !addressMayTry) return refused("trop-d-essais");

  const stored = account?.active ? account.passwordHash : null;
  const matches = await verifyPassword(stored, attempt.password);
  if (!account || !matches) return refused("identifiants");

  await forgetAttempts("signInAccount", counted);
  await commit({ accountId: account.id, now: attempt.now }, async (tx) => {
    await tx.$executeRaw`
      UPDATE "Account" SET "previousSignInAt" = "lastSignInAt",
             "lastSignInAt" = ${instantToDate(attempt.now)} WHERE "id" = ${account.id}::uuid`;
    return done(written(account.id, "signed-in"));
  });
  const sessionId = await openSession(account.id, attempt.userAgent, attempt.realNow);
  return done({ accountId: account.id, sessionId });
}

function written(accountId: string, kind: string, emails: EmailMessage[] = []): Committed<null> {
  const event = { kind, familyId: null, subject: `account ${accountId}`, data: {} };
  return { value: null, events: [event], emails };
}

/** Both clocks: the portal's dates the journal, the real one decides how long a link works. */
export interface AccountContext {
  now: Instant;
  realNow: Instant;
}

/**
 * `npm run admin -- EMAIL`: makes the administrator where nobody has this address, and returns the
 * path of a one-use link (seven days) to choose a password. Throws for another role's address.
 */
export async function createAdministratorLink(
  email: string,
  now: Instant,
  realNow: Instant = now,
): Promise<string> {
  const address = email.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) throw new Error(`Not an e-mail address: ${email}`);
  const result = await commit({ accountId: null, now }, async (tx) => {
    const known = await tx.account.findUnique({ where: { email: address } });
    if (known && known.role !== "administrator") return refused("other-role");
    const accountId = known?.id ?? (await insertAdministrator(tx, address, now));
    const token = await createToken(tx, accountId, "activation", realNow);
    return done({ ...written(accountId, "administrator-invited"), value: token });
  });
  if (!result.ok) throw new Error(`${address} belongs to somebody who is not an administrator`);
  return `/activation/${result.value}`;
}

async function insertAdministrator(tx: Tx, email: string, now: Instant): Promise<string> {
  const account = await tx.account.create({
    data: {
      id: randomUUID(),
      email,
      userName: email.slice(0, email.indexOf("@")),
      role: "administrator",
      firstName: "Administration",
      lastName: "",
      createdAt: instantToDate(now),
    },
  });
  return account.id;
}

/**
 * Sends the link that the person needs: to choose a first password (seven days), or to change a
 * forgotten one (ten minutes). Does nothing, and says nothing, where the address is unknown.
 */
export async function sendPasswordLink(email: string, ctx: AccountContext): Promise<void> {
  const address = email.trim().toLowerCase();
  if (!(await mayTry("resetAccount", address))) return;
  const account = await prisma.account.findUnique({ where: { email: address } });
  if (!account?.active) return;
  const purpose: TokenPurpose = account.passwordHash === null ? "activation" : "reset";
  await commit({ accountId: account.id, now: ctx.now }, async (tx) => {
    const token = await createToken(tx, account.id, purpose, ctx.realNow);
    const props = {
      to: account.email,
      firstName: account.firstName,
      publicUrl: env.PUBLIC_URL,
      token,
    };
    const message = purpose === "reset" ? passwordResetEmail(props) : activationEmail(props);
    return done(written(account.id, `${purpose}-link-sent`, [message]));
  });
}

/**
 * Uses the link up, stores the password and ends every open session of the account. Whoever has the
 * link decides; an inactive account stays closed.
 */
export async function choosePassword(
  input: { token: string; purpose: "activation" | "reset"; password: string },
  ctx: AccountContext,
): Promise<Result<null, "link-expired">> {
  const passwordHash = await hashPassword(input.password);
  const result = await commit({ accountId: null, now: ctx.now }, async (tx) => {
    const used = await useToken(tx, input.token, input.purpose, ctx.realNow);
    if (used === null) return refused("link-expired");
    const { accountId } = used;
    await tx.account.update({ where: { id: accountId }, data: { passwordHash } });
    await revokeSessionsOf(tx, accountId, ctx.realNow);
    return done(
      written(accountId, input.purpose === "reset" ? "password-reset" : "account-activated"),
    );
  });
  return result.ok ? result : refused("link-expired");
}
