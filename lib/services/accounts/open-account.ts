import "server-only";
import { commit } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import { isAgentRole, type AccountRole } from "@/lib/domain/access";
import type { Instant } from "@/lib/domain/day";
import { done } from "@/lib/domain/result";
import {
  type OpenedSession,
  openSession,
  revokeSession,
} from "@/lib/services/operational/sessions";
import { type Visitor, noteSignIn } from "@/lib/services/operational/sign-in-events";
import { written } from "./written";

export interface SignedIn extends OpenedSession {
  readonly account: { readonly id: string; readonly passwordHash: string | null };
}

interface Opening {
  readonly visitor: Visitor;
  readonly staysSignedIn: boolean;
  /** The session that this browser had before: it ends. */
  readonly previousSessionId: string | null;
  readonly typed?: string;
  /** What the person reads of it. */
  readonly by?: "signed-in" | "signed-in-by-passkey";
  /** Of the second factor. */
  readonly hasGivenCode: boolean;
  readonly now: Instant;
  readonly realNow: Instant;
}

/** Opens the session of somebody who proved everything that the account asks for. An agent's grace begins. */
export async function openAccount(
  account: { id: string; role: AccountRole; passwordHash: string | null },
  { visitor, typed, by = "signed-in", previousSessionId, now, realNow, ...given }: Opening,
): Promise<SignedIn> {
  const graceFrom = isAgentRole(account.role) ? instantToDate(realNow) : null;
  await commit({ accountId: account.id, now }, async (tx) => {
    await tx.$executeRaw`
      UPDATE "Account" SET "previousSignInAt" = "lastSignInAt", "lastSignInAt" = ${instantToDate(now)},
             "factorGraceFrom" = coalesce("factorGraceFrom", ${graceFrom}::timestamptz)
       WHERE "id" = ${account.id}::uuid`;
    return done(written(account.id, "signed-in"));
  });
  const said = typed === undefined ? {} : { typed };
  await noteSignIn({ kind: by, accountId: account.id, visitor, at: realNow, ...said });
  if (previousSessionId !== null) await revokeSession(previousSessionId, realNow);
  const device = { userAgent: visitor.userAgent, ...given };
  const session = await openSession(account, device, realNow);
  return { ...session, account: { id: account.id, passwordHash: account.passwordHash } };
}
