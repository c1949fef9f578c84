"use server";

import { headers } from "next/headers";
import { linkSchema } from "@/app/(public)/mot-de-passe/schema";
import { action } from "@/lib/action";
import { afterResponse } from "@/lib/after-response";
import { keepHalfSession, keepSignedIn } from "@/lib/auth/keep-signed-in";
import { visitorOf } from "@/lib/auth/visitor";
import { now, realNow } from "@/lib/clock";
import { done, refused } from "@/lib/domain/result";
import { sendSignInLink, signInByLink } from "@/lib/services/accounts/sign-in-links";
import { mayTry } from "@/lib/services/operational/throttles";
import { openLinkSchema } from "./schema";

/** Asks for a link that signs in. The same answer, in the same time, whether or not it is somebody's. */
export const requestSignInLink = action({
  name: "request-sign-in-link",
  role: "anyone",
  schema: linkSchema,
  authorize: (_actor, { identifiant }) => identifiant,
  async run({ proof: identifier }) {
    const visitor = visitorOf(await headers());
    if (!(await mayTry("linkAddress", visitor.address))) return refused("too-many-attempts");
    const send = () => sendSignInLink(identifier, { visitor, now: now(), realNow: realNow() });
    if (!afterResponse("sign-in-link", send)) await send();
    return done(null);
  },
});

/** The link itself is the right to come in; a second factor is asked after it. */
export const openByLink = action({
  name: "sign-in.by-link",
  role: "anyone",
  schema: openLinkSchema,
  authorize: (actor, { token }) => ({ token, previousSessionId: actor?.sessionId ?? null }),
  async run({ proof: { token, previousSessionId }, now: at }, { resterConnecte }) {
    const visitor = visitorOf(await headers());
    const staysSignedIn = resterConnecte !== undefined;
    const given = { visitor, now: at, realNow: realNow(), staysSignedIn, previousSessionId };
    const answer = await signInByLink(token, given);
    if (answer.ok) await keepSignedIn(answer.value);
    else if ("half" in answer) await keepHalfSession(answer.half);
    else return answer;
    return done({ awaitsCode: !answer.ok });
  },
  redirectTo: (_sent, { awaitsCode }) => (awaitsCode ? "/connexion/code" : "/"),
});
