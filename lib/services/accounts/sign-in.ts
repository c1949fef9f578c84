import "server-only";
import { knownDevice } from "@/lib/auth/known-device";
import { verifyPassword } from "@/lib/auth/password";
import { inTurn } from "@/lib/auth/turns";
import type { Instant } from "@/lib/domain/day";
import { type Result, done, refused } from "@/lib/domain/result";
import { openHalfSession } from "@/lib/services/operational/half-sessions";
import { type Visitor, noteSignIn } from "@/lib/services/operational/sign-in-events";
import {
  type Limit,
  countFailure,
  forgetAttempts,
  isOver,
  mayTry,
} from "@/lib/services/operational/throttles";
import { isFactorSet } from "./factor/is-set";
import { findAccount, normalIdentifier } from "./find-account";
import { openAccount, type SignedIn } from "./open-account";

export interface SignInAttempt {
  /** E-mail address, or user name. */
  identifier: string;
  password: string;
  visitor: Visitor;
  /** The cookie that may make this device known to the account. */
  deviceCookie: string | undefined;
  /** "Rester connecté", for parents. */
  staysSignedIn: boolean;
  /** The session that this browser had before: it ends. */
  previousSessionId: string | null;
  now: Instant;
  realNow: Instant;
}

export type SignInRefusal = "identifiants" | "trop-d-essais";

/** The password was right, and the account has a second factor: its code is awaited. */
export interface HalfSignedIn {
  readonly ok: false;
  readonly refusal: "code-awaited";
  /** The secret that names the half session. */
  readonly half: string;
}

type Counter = readonly [limit: Limit, subject: string];
type FoundAccount = Awaited<ReturnType<typeof findAccount>>;

/**
 * Opens a session, or refuses in the same words and the same time whether or not the account exists.
 * Only failures are counted, on what was typed and never on whom it belongs to; the owner's own device
 * has a counter of its own. Passwords wait for their turn, and the counters are looked at when it comes.
 */
export async function signIn(
  attempt: SignInAttempt,
): Promise<Result<SignedIn, SignInRefusal> | HalfSignedIn> {
  const typed = normalIdentifier(attempt.identifier);
  const account = await findAccount(typed);
  return inTurn(async () => {
    const counters = await countersOf(attempt, typed, account);
    for (const [limit, subject] of counters)
      if (await isOver(limit, subject)) {
        await noteRefusal(attempt, typed, account);
        return refused("trop-d-essais");
      }
    const stored = account?.active ? account.passwordHash : null;
    const matches = await verifyPassword(stored, attempt.password);
    if (!account || !matches) {
      for (const [limit, subject] of counters) await countFailure(limit, subject);
      await note("wrong-password", attempt, typed, account);
      return refused("identifiants");
    }
    return open(attempt, typed, account, counters);
  });
}

/** What a failure is counted on: the device that the account knows, else what was typed and from where. */
async function countersOf(
  { deviceCookie, visitor }: SignInAttempt,
  typed: string,
  account: FoundAccount,
): Promise<readonly Counter[]> {
  const device = account && knownDevice(deviceCookie, account);
  if (device && !(await isOver("signInDevice", device))) return [["signInDevice", device]];
  return [
    ["signInPair", pairOf(typed, visitor)],
    ["signInTyped", typed],
    ["signInAddress", visitor.address],
  ];
}

/** What was typed, from one network address. */
export function pairOf(typed: string, { address }: Visitor): string {
  return `${address}\n${typed}`;
}

async function open(
  attempt: SignInAttempt,
  typed: string,
  account: NonNullable<FoundAccount>,
  counters: readonly Counter[],
): Promise<Result<SignedIn, never> | HalfSignedIn> {
  // The owner's own clumsiness; what strangers did to the name or the address stays counted.
  for (const [limit, subject] of counters)
    if (limit === "signInPair" || limit === "signInDevice") await forgetAttempts(limit, subject);
  if (await isFactorSet(account)) {
    const half = await openHalfSession(account.id, attempt.staysSignedIn, attempt.realNow);
    return { ok: false, refusal: "code-awaited", half };
  }
  return done(await openAccount(account, { ...attempt, typed, hasGivenCode: false }));
}

/** Once for each name and address in a quarter of an hour: a machine that goes on fills no journal. */
async function noteRefusal(attempt: SignInAttempt, typed: string, account: FoundAccount) {
  if (await mayTry("signInNoted", pairOf(typed, attempt.visitor)))
    await note("throttled", attempt, typed, account);
}

function note(
  kind: "wrong-password" | "throttled",
  { visitor, realNow: at }: SignInAttempt,
  typed: string,
  account: FoundAccount,
): Promise<void> {
  return noteSignIn({ kind, accountId: account?.id ?? null, visitor, typed, at });
}
