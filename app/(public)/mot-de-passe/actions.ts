"use server";

import { headers } from "next/headers";
import { action } from "@/lib/action";
import { afterResponse } from "@/lib/after-response";
import { networkAddress } from "@/lib/auth/network-address";
import { now, realNow } from "@/lib/clock";
import { done, refused } from "@/lib/domain/result";
import { choosePassword, sendPasswordLink } from "@/lib/services/accounts";
import { mayTry } from "@/lib/services/operational/throttles";
import { linkSchema, passwordSchema } from "./schema";

/** Asks for a link by e-mail. The same answer, in the same time, whether or not somebody has it. */
export const requestPasswordLink = action({
  name: "request-password-link",
  role: "anyone",
  schema: linkSchema,
  authorize: (_actor, { email }) => email,
  async run({ proof: email }) {
    const address = networkAddress((await headers()).get("x-forwarded-for"));
    if (!(await mayTry("resetAddress", address))) return refused("too-many-attempts");
    const send = () => sendPasswordLink(email, { now: now(), realNow: realNow() });
    if (!afterResponse("password-link", send)) await send();
    return done(null);
  },
});

/** The link itself is the right to choose the password. */
export const savePassword = action({
  name: "save-password",
  role: "anyone",
  schema: passwordSchema,
  authorize: (_actor, { token, purpose }) => ({ token, purpose }),
  run: (ctx, { motDePasse }) =>
    choosePassword({ ...ctx.proof, password: motDePasse }, { now: ctx.now, realNow: realNow() }),
  redirectTo: () => "/connexion?info=mot-de-passe",
});
