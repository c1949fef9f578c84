import "server-only";
import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { instantToDate, prisma } from "@/lib/db";
import { done, refused, type Result } from "@/lib/domain/result";
import {
  newChallenge,
  takeChallenge,
  type ChallengeOf,
} from "@/lib/services/operational/passkey-challenges";
import { noteSignIn } from "@/lib/services/operational/sign-in-events";
import { countFailure, isOver, mayTry } from "@/lib/services/operational/throttles";
import type { AccountContext } from "../password-links";
import { relyingParty } from "./relying-party";

export type PasskeyRefusal = "passkey-refused" | "too-many-attempts";

/** What the browser hands to a passkey; of an account that is known, its passkeys only. */
export async function askForPasskey(
  of: ChallengeOf,
  { visitor, realNow }: Pick<AccountContext, "visitor" | "realNow">,
): Promise<Result<PublicKeyCredentialRequestOptionsJSON, "too-many-attempts">> {
  if (!(await mayTry("passkeyAsked", visitor.address))) return refused("too-many-attempts");
  const known =
    of.accountId === null
      ? []
      : await prisma.passkey.findMany({
          where: { accountId: of.accountId },
          select: { credentialId: true, transports: true },
        });
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    userVerification: "required",
    challenge: Buffer.from(await newChallenge(of, realNow), "base64url"),
    allowCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
  });
  return done(options);
}

/**
 * What a passkey signed: the account that it opens. It saw its owner (a face, a finger, a code), so that it is
 * two factors. The challenge serves once, whatever comes of it; a counter that does not go on is refused,
 * which is what a copy of the key would show. Failures are counted, successes never.
 */
export async function takePasskey(
  response: AuthenticationResponseJSON,
  of: ChallengeOf,
  { visitor, realNow }: AccountContext,
): Promise<Result<{ readonly accountId: string }, PasskeyRefusal>> {
  if (await isOver("passkeyFailed", visitor.address)) return refused("too-many-attempts");
  const passkey = await prisma.passkey.findUnique({
    where: { credentialId: response.id },
    include: { account: { select: { active: true, passkeyHandle: true } } },
  });
  const isOfAccount = of.accountId === null || of.accountId === passkey?.accountId;
  if (passkey?.account.active && isOfAccount && (await isSigned(response, of, passkey, realNow)))
    return done({ accountId: passkey.accountId });
  await countFailure("passkeyFailed", visitor.address);
  if (passkey) {
    const { accountId } = passkey;
    await noteSignIn({ kind: "passkey-refused", accountId, visitor, at: realNow });
  }
  return refused("passkey-refused");
}

interface Kept {
  readonly id: string;
  readonly credentialId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: bigint;
  readonly account: { readonly passkeyHandle: string | null };
}

async function isSigned(
  response: AuthenticationResponseJSON,
  of: ChallengeOf,
  { id, credentialId, publicKey, counter, account }: Kept,
  realNow: AccountContext["realNow"],
): Promise<boolean> {
  const { userHandle } = response.response;
  if (userHandle !== undefined && userHandle !== account.passkeyHandle) return false;
  const party = relyingParty();
  // The library throws where something is not as it was asked.
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(challenge, of, realNow),
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: { id: credentialId, publicKey, counter: Number(counter) },
  }).catch(() => null);
  if (!checked?.verified) return false;
  const { newCounter, credentialBackedUp: isBackedUp } = checked.authenticationInfo;
  // Of two that bring the same counter at once, the second finds that it has moved.
  const moved = await prisma.passkey.updateMany({
    where: { id, counter },
    data: { counter: newCounter, isBackedUp, lastUsedAt: instantToDate(realNow) },
  });
  return moved.count === 1;
}
