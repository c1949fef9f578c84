"use server";

import { action } from "@/lib/action";
import { authorizeFamily, forgetSession } from "@/lib/auth";
import { realNow } from "@/lib/clock";
import { done } from "@/lib/domain/result";
import { chooseFamily, revokeSession } from "@/lib/services/operational/sessions";
import { familyChoiceSchema, nothingSchema } from "./schema";

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
