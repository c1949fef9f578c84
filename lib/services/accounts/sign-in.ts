import "server-only";
import { knownDevice } from "@/lib/auth/known-device";
import { verifyPassword } from "@/lib/auth/password";
import { inTurn } from "@/lib/auth/turns";
import { commit } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";
import { type Result, done, refused } from "@/lib/domain/result";
import {
  type OpenedSession,
  openSession,
  revokeSession,
} from "@/lib/services/operational/sessions";
import { type Visitor, noteSignIn } from "@/lib/services/operational/sign-in-events";
import {
  type Limit,
  countFailure,
  forgetAttempts,
  isOver,
  mayTry,
} from "@/lib/services/operational/throttles";
import { findAccount, normalIdentifier } from "./find-account";
import { written } from "./written";

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

export interface SignedIn extends OpenedSession {
  readonly account: { readonly id: string; readonly passwordHash: string | null };
}

type Counter = readonly [limit: Limit, subject: string];
type FoundAccount = Awaited<ReturnType<typeof findAccount>>;

/**
 * Opens a session, or refuses in the same words and the same time whether or not the account exists.
 * Only failures are counted, on what was typed and never on whom it belongs to; the owner's own device
 * has a counter of its own. Passwords wait for their turn, and the counters are looked at when it comes.
 */
export async function signIn(attempt: SignInAttempt): Promise<Result<SignedIn, SignInRefusal>> {
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
): Promise<Result<SignedIn, never>> {
  // The owner's own clumsiness; what strangers did to the name or the address stays counted.
  for (const [limit, subject] of counters)
    if (limit === "signInPair" || limit === "signInDevice") await forgetAttempts(limit, subject);
  await commit({ accountId: account.id, now: attempt.now }, async (tx) => {
    await tx.$executeRaw`
      UPDATE "Account" SET "previousSignInAt" = "lastSignInAt",
             "lastSignInAt" = ${instantToDate(attempt.now)} WHERE "id" = ${account.id}::uuid`;
    return done(written(account.id, "signed-in"));
  });
  await note("signed-in", attempt, typed, account);
  if (attempt.previousSessionId !== null)
    await revokeSession(attempt.previousSessionId, attempt.realNow);
  const session = await openSession(
    account,
    { userAgent: attempt.visitor.userAgent, staysSignedIn: attempt.staysSignedIn },
    attempt.realNow,
  );
  return done({ ...session, account: { id: account.id, passwordHash: account.passwordHash } });
}

/** Once for each name and address in a quarter of an hour: a machine that goes on fills no journal. */
async function noteRefusal(attempt: SignInAttempt, typed: string, account: FoundAccount) {
  if (await mayTry("signInNoted", pairOf(typed, attempt.visitor)))
    await note("throttled", attempt, typed, account);
}

function note(
  kind: "signed-in" | "wrong-password" | "throttled",
  { visitor, realNow: at }: SignInAttempt,
  typed: string,
  account: FoundAccount,
): Promise<void> {
  return noteSignIn({ kind, accountId: account?.id ?? null, visitor, typed, at });
}
