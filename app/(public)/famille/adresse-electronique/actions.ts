"use server";

import { confirmationSchema } from "@/app/(famille)/famille/schema";
import { action } from "@/lib/action";
import { realNow } from "@/lib/clock";
import { confirmEmailChange } from "@/lib/services/family-file/confirm-email";

/** The link itself is the right to confirm; who is signed in here stays so. */
export const confirmEmail = action({
  name: "family-file.confirm-email",
  role: "anyone",
  schema: confirmationSchema,
  authorize: (actor, { token }) => ({ token, sessionId: actor?.sessionId ?? null }),
  run: (ctx) => confirmEmailChange(ctx.proof, { now: ctx.now, realNow: realNow() }),
  redirectTo: () => "/famille/adresse-electronique/confirmee",
});
