"use server";

import { headers } from "next/headers";
import { nothingSchema } from "@/app/(public)/connexion/schema";
import { action } from "@/lib/action";
import { authorizeOwnAccount } from "@/lib/auth/own-account";
import { rememberDevice } from "@/lib/auth/remember-device";
import { visitorOf } from "@/lib/auth/visitor";
import { realNow } from "@/lib/clock";
import { done } from "@/lib/domain/result";
import { changePassword } from "@/lib/services/accounts/change-password";
import { endOtherSessions, endOwnSession } from "@/lib/services/accounts/own-sessions";
import { passwordChangeSchema, sessionSchema } from "./schema";

/** Signs one of the own devices out. */
export const endSession = action({
  name: "account.end-session",
  role: "account",
  schema: sessionSchema,
  authorize: authorizeOwnAccount,
  async run({ proof: account }, { session }) {
    const visitor = visitorOf(await headers());
    return endOwnSession(session, { account, visitor, realNow: realNow() });
  },
  redirectTo: () => "/compte?info=appareil",
});

/** Signs every other of the own devices out. */
export const endOthers = action({
  name: "account.end-others",
  role: "account",
  schema: nothingSchema,
  authorize: authorizeOwnAccount,
  async run({ proof: account }) {
    const visitor = visitorOf(await headers());
    return endOtherSessions({ account, visitor, realNow: realNow() });
  },
  redirectTo: () => "/compte?info=autres",
});

/** Another password, with the present one; this device stays signed in and known. */
export const changeOwnPassword = action({
  name: "account.change-password",
  role: "account",
  schema: passwordChangeSchema,
  isGrave: true,
  authorize: authorizeOwnAccount,
  async run({ proof, now }, { actuel: present, motDePasse: chosen }) {
    const visitor = visitorOf(await headers());
    const clocks = { now, realNow: realNow() };
    const changed = await changePassword(proof, { present, chosen }, { visitor, ...clocks });
    if (!changed.ok) return changed;
    await rememberDevice(changed.value);
    return done(null);
  },
  redirectTo: () => "/compte?info=mot-de-passe",
});
