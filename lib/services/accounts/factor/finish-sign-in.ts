import "server-only";
import { done, refused, type Result } from "@/lib/domain/result";
import { endHalfSession, readHalfSession } from "@/lib/services/operational/half-sessions";
import { openAccount, type SignedIn } from "../open-account";
import type { AccountContext } from "../password-links";
import { takeCode, type CodeRefusal, type TakenCode } from "./take-code";

/**
 * The second step of signing in: the right code opens the session. `half` is what the cookie of the first
 * step holds, and the only thing that it is good for.
 */
export async function finishSignIn(
  { half, code }: { half: string; code: string },
  { previousSessionId, ...ctx }: AccountContext & { readonly previousSessionId: string | null },
): Promise<Result<SignedIn & TakenCode, CodeRefusal | "half-session-expired">> {
  const found = await readHalfSession(half, ctx.realNow);
  if (!found) return refused("half-session-expired");
  const taken = await takeCode(found.account.id, code, ctx);
  if (!taken.ok) return taken;
  // A password that changed meanwhile has ended it.
  if (!(await endHalfSession(half))) return refused("half-session-expired");
  const { staysSignedIn, account } = found;
  const opening = { ...ctx, previousSessionId, staysSignedIn, hasGivenCode: true };
  return done({ ...(await openAccount(account, opening)), ...taken.value });
}
