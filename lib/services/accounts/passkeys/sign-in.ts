import "server-only";
import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import type { OwnAccount } from "@/lib/auth/own-account";
import { instantToDate, prisma } from "@/lib/db";
import { done, type Result } from "@/lib/domain/result";
import { openAccount, type SignedIn } from "../open-account";
import type { AccountContext } from "../password-links";
import { askForPasskey, takePasskey, type PasskeyRefusal } from "./take-passkey";

/** Signing in: the passkey itself says whose it is. */
export function askToSignIn(ctx: AccountContext) {
  return askForPasskey({ purpose: "signIn", accountId: null }, ctx);
}

/** Opens a session with a passkey alone: neither a password nor a code is asked. */
export async function signInByPasskey(
  response: AuthenticationResponseJSON,
  ctx: AccountContext & {
    readonly staysSignedIn: boolean;
    /** The session that this browser had before: it ends. */
    readonly previousSessionId: string | null;
  },
): Promise<Result<SignedIn, PasskeyRefusal>> {
  const taken = await takePasskey(response, { purpose: "signIn", accountId: null }, ctx);
  if (!taken.ok) return taken;
  const account = await prisma.account.findUniqueOrThrow({ where: { id: taken.value.accountId } });
  const opening = { ...ctx, by: "signed-in-by-passkey", hasGivenCode: true } as const;
  return done(await openAccount(account, opening));
}

/** A session that is open confirms with one of the account's own passkeys. */
export function askToConfirm({ accountId }: OwnAccount, ctx: AccountContext) {
  return askForPasskey({ purpose: "confirm", accountId }, ctx);
}

/** As a code does: for a quarter of an hour the session may do what is grave. */
export async function confirmByPasskey(
  { accountId, sessionId }: OwnAccount,
  response: AuthenticationResponseJSON,
  ctx: AccountContext,
): Promise<Result<null, PasskeyRefusal>> {
  const taken = await takePasskey(response, { purpose: "confirm", accountId }, ctx);
  if (!taken.ok) return taken;
  await prisma.session.updateMany({
    where: { id: sessionId },
    data: { factorProvedAt: instantToDate(ctx.realNow) },
  });
  return done(null);
}
