import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import type { OwnAccount } from "@/lib/auth/own-account";
import { commit } from "@/lib/commit";
import { instantToDate, prisma } from "@/lib/db";
import { isAgentRole } from "@/lib/domain/access";
import type { Instant } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { factorChangedEmail } from "@/lib/emails/factor-changed";
import { newChallenge, takeChallenge } from "@/lib/services/operational/passkey-challenges";
import { noteSignIn } from "@/lib/services/operational/sign-in-events";
import { countRecoveryCodes, replaceRecoveryCodes } from "../factor/recovery-codes";
import { checkPassword, type PasswordRefusal } from "../factor/set-up";
import type { AccountContext } from "../password-links";
import { recipientOf } from "../recipient";
import { written } from "../written";
import { relyingParty } from "./relying-party";

const MOST_PASSKEYS = 10;

/** The account's name for its passkeys: random, once, so that a key that is found says nothing of its owner. */
async function handleOf(accountId: string): Promise<string> {
  await prisma.account.updateMany({
    where: { id: accountId, passkeyHandle: null },
    data: { passkeyHandle: randomBytes(32).toString("base64url") },
  });
  const { passkeyHandle } = await prisma.account.findUniqueOrThrow({ where: { id: accountId } });
  if (passkeyHandle === null) throw new Error("An account that was just given a handle has one");
  return passkeyHandle;
}

/** What the browser hands to the device that is to make a passkey. With the password: see `beginSetUp`. */
export async function beginPasskey(
  { accountId }: OwnAccount,
  password: string,
  ctx: AccountContext,
): Promise<Result<PublicKeyCredentialCreationOptionsJSON, PasswordRefusal | "passkeys-too-many">> {
  const checked = await checkPassword(accountId, password, ctx);
  if (!checked.ok) return checked;
  const known = await prisma.passkey.findMany({ where: { accountId } });
  if (known.length >= MOST_PASSKEYS) return refused("passkeys-too-many");
  const account = await prisma.account.findUniqueOrThrow({ where: { id: accountId } });
  const party = relyingParty();
  const challenge = await newChallenge({ purpose: "register", accountId }, ctx.realNow);
  const options = await generateRegistrationOptions({
    rpID: party.id,
    rpName: party.name,
    userName: account.email,
    userDisplayName: `${account.firstName} ${account.lastName}`.trim(),
    userID: Buffer.from(await handleOf(accountId), "base64url"),
    challenge: Buffer.from(challenge, "base64url"),
    attestationType: "none",
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
  });
  return done(options);
}

/**
 * Keeps the passkey that a device made, and tells the account's address. To an agent it is a second factor:
 * where there are no recovery codes, ten come with it, returned here and never seen again.
 */
export async function addPasskey(
  { accountId, sessionId }: OwnAccount,
  { response, label }: { readonly response: RegistrationResponseJSON; readonly label: string },
  { visitor, now, realNow }: AccountContext,
): Promise<Result<readonly string[], "passkey-refused" | "key-reused">> {
  const made = await verified(response, accountId, realNow);
  if (made === null) return refused("passkey-refused");
  const { credential, credentialDeviceType, credentialBackedUp, aaguid } = made;
  const at = instantToDate(realNow);
  return commit({ accountId, now }, async (tx) => {
    const { count } = await tx.passkey.createMany({
      data: {
        id: randomUUID(),
        accountId,
        credentialId: credential.id,
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: credential.transports ?? [],
        isSynced: credentialDeviceType === "multiDevice",
        isBackedUp: credentialBackedUp,
        aaguid,
        label,
        userAgent: visitor.userAgent?.slice(0, 200) ?? null,
        createdAt: at,
      },
      skipDuplicates: true,
    });
    if (count === 0) return refused("passkey-refused");
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    const asksForCodes =
      isAgentRole(account.role) && (await countRecoveryCodes(accountId, tx)) === 0;
    const codes = asksForCodes ? await replaceRecoveryCodes(tx, accountId) : [];
    await tx.session.updateMany({ where: { id: sessionId }, data: { factorProvedAt: at } });
    await noteSignIn({ kind: "passkey-added", accountId, visitor, at: realNow }, tx);
    const told = factorChangedEmail({ ...recipientOf(account), change: "passkey-added" });
    return done({ ...written(accountId, "passkey-added", [told]), value: codes });
  });
}

async function verified(response: RegistrationResponseJSON, accountId: string, realNow: Instant) {
  const party = relyingParty();
  const of = { purpose: "register", accountId } as const;
  // The library throws where something is not as it was asked.
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(challenge, of, realNow),
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
  }).catch(() => null);
  return checked?.verified ? checked.registrationInfo : null;
}
