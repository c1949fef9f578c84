"use server";

import { headers } from "next/headers";
import { action } from "@/lib/action";
import { authorizeFamily, forgetSession } from "@/lib/auth";
import { keepSignedIn } from "@/lib/auth/keep-signed-in";
import { returnPath } from "@/lib/auth/return-path";
import { visitorOf } from "@/lib/auth/visitor";
import { realNow } from "@/lib/clock";
import { done } from "@/lib/domain/result";
import { askToSignIn, signInByPasskey } from "@/lib/services/accounts/passkeys/sign-in";
import { chooseFamily, revokeSession } from "@/lib/services/operational/sessions";
import { familyChoiceSchema, nothingSchema, passkeySignInSchema } from "./schema";

/** Ends the session, here and wherever its cookie is. */
export const signOut = action({
  name: "sign-out",
  role: "anyone",
  schema: nothingSchema,
  authorize: (actor) => ({ sessionId: actor?.sessionId ?? null }),
  async run({ proof }) {
    if (proof.sessionId !== null) await revokeSession(proof.sessionId, realNow());
    await forgetSession();
    return done(null);
  },
  redirectTo: () => "/connexion?info=deconnecte",
});

/** For a guardian of two families: acts for the other one from now on. */
export const switchFamily = action({
  name: "switch-family",
  role: "guardian",
  schema: familyChoiceSchema,
  authorize: (actor, { familyId }) => authorizeFamily(actor, familyId),
  async run({ actor, proof }) {
    await chooseFamily(actor.sessionId, proof);
    return done(null);
  },
  // The frame too: it says which family is shown, and a redirection alone would keep it.
  revalidate: () => ["/"],
  redirectTo: () => "/",
});

/** What a passkey is asked to sign by whoever is about to sign in. */
export const askPasskey = action({
  name: "sign-in.ask-passkey",
  role: "anyone",
  schema: nothingSchema,
  authorize: () => ({}),
  async run({ now }) {
    return askToSignIn({ visitor: visitorOf(await headers()), now, realNow: realNow() });
  },
});

/** A passkey opens a session, alone; answers with the page to go on to. */
export const signInWithPasskey = action({
  name: "sign-in.passkey",
  role: "anyone",
  schema: passkeySignInSchema,
  authorize: (actor) => ({ previousSessionId: actor?.sessionId ?? null }),
  async run({ proof: { previousSessionId }, now }, { passkey, resterConnecte, retour }) {
    const visitor = visitorOf(await headers());
    const staysSignedIn = resterConnecte === true;
    const ctx = { visitor, now, realNow: realNow(), staysSignedIn, previousSessionId };
    const response = { ...passkey, clientExtensionResults: {} };
    const signedIn = await signInByPasskey(response, ctx);
    if (!signedIn.ok) return signedIn;
    await keepSignedIn(signedIn.value);
    return done({ goOnTo: returnPath(retour) });
  },
});
