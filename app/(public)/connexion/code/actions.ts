"use server";

import { cookies, headers } from "next/headers";
import { codeThenSchema } from "@/app/compte/schema";
import { action } from "@/lib/action";
import { stepCookieName } from "@/lib/auth/cookies";
import { keepSignedIn } from "@/lib/auth/keep-signed-in";
import { returnPath } from "@/lib/auth/return-path";
import { visitorOf } from "@/lib/auth/visitor";
import { realNow } from "@/lib/clock";
import { done, refused } from "@/lib/domain/result";
import { finishSignIn } from "@/lib/services/accounts/factor/finish-sign-in";

/** The second step of signing in: the half session of the cookie and a code give a session. */
export const finish = action({
  name: "sign-in.code",
  role: "anyone",
  schema: codeThenSchema,
  authorize: (actor) => ({ previousSessionId: actor?.sessionId ?? null }),
  async run({ proof, now }, { code }) {
    const half = (await cookies()).get(stepCookieName())?.value;
    if (!half) return refused("half-session-expired");
    const visitor = visitorOf(await headers());
    const ctx = { visitor, now, realNow: realNow(), ...proof };
    const signedIn = await finishSignIn({ half, code }, ctx);
    if (!signedIn.ok) return signedIn;
    await keepSignedIn(signedIn.value);
    return done({ usedRecoveryCode: signedIn.value.recoveryCodesLeft !== null });
  },
  redirectTo: ({ retour }, { usedRecoveryCode }) =>
    usedRecoveryCode ? "/compte/validation?secours=1" : returnPath(retour),
});
