"use server";

import { headers } from "next/headers";
import { action } from "@/lib/action";
import { afterResponse } from "@/lib/after-response";
import { rememberDevice } from "@/lib/auth/remember-device";
import { visitorOf } from "@/lib/auth/visitor";
import { now, realNow } from "@/lib/clock";
import { done, refused } from "@/lib/domain/result";
import { choosePassword, sendPasswordLink } from "@/lib/services/accounts/password-links";
import { mayTry } from "@/lib/services/operational/throttles";
import { linkSchema, passwordSchema } from "./schema";

/** Asks for a link by e-mail. The same answer, in the same time, whether or not it is somebody's. */
export const requestPasswordLink = action({
  name: "request-password-link",
  role: "anyone",
  schema: linkSchema,
  authorize: (_actor, { identifiant }) => identifiant,
  async run({ proof: identifier }) {
    const visitor = visitorOf(await headers());
    if (!(await mayTry("resetAddress", visitor.address))) return refused("too-many-attempts");
    const send = () => sendPasswordLink(identifier, { visitor, now: now(), realNow: realNow() });
    if (!afterResponse("password-link", send)) await send();
    return done(null);
  },
});

/** The link itself is the right to choose the password; this device is known to the account from then on. */
export const savePassword = action({
  name: "save-password",
  role: "anyone",
  schema: passwordSchema,
  authorize: (_actor, { token, purpose }) => ({ token, purpose }),
  async run(ctx, { motDePasse }) {
    const visitor = visitorOf(await headers());
    const chosen = await choosePassword(
      { ...ctx.proof, password: motDePasse },
      { visitor, now: ctx.now, realNow: realNow() },
    );
    if (!chosen.ok) return chosen;
    await rememberDevice(chosen.value);
    return done(null);
  },
  redirectTo: () => "/connexion?info=mot-de-passe",
});
