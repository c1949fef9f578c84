"use server";

import { headers } from "next/headers";
import { nothingSchema } from "@/app/(public)/connexion/schema";
import { action } from "@/lib/action";
import { authorizeOwnAccount } from "@/lib/auth/own-account";
import { returnPath } from "@/lib/auth/return-path";
import { visitorOf } from "@/lib/auth/visitor";
import { realNow } from "@/lib/clock";
import { done } from "@/lib/domain/result";
import { removePasskey } from "@/lib/services/accounts/passkeys/own-passkeys";
import { addPasskey, beginPasskey } from "@/lib/services/accounts/passkeys/register";
import { askToConfirm, confirmByPasskey } from "@/lib/services/accounts/passkeys/sign-in";
import { passwordSchema } from "../schema";
import { confirmedSchema, newPasskeySchema, removalSchema } from "./schema";

/** With the password: what the device that is to make a passkey is told. */
export const beginOwnPasskey = action({
  name: "account.begin-passkey",
  role: "account",
  schema: passwordSchema,
  isGrave: true,
  authorize: authorizeOwnAccount,
  async run({ proof, now }, { actuel }) {
    const ctx = { visitor: visitorOf(await headers()), now, realNow: realNow() };
    return beginPasskey(proof, actuel, ctx);
  },
});

/** What the device made. The challenge that it signed was given for the password; answers with recovery codes. */
export const addOwnPasskey = action({
  name: "account.add-passkey",
  role: "account",
  schema: newPasskeySchema,
  authorize: authorizeOwnAccount,
  async run({ proof, now }, { label, passkey }) {
    const ctx = { visitor: visitorOf(await headers()), now, realNow: realNow() };
    const response = { ...passkey, clientExtensionResults: {} };
    return addPasskey(proof, { response, label }, ctx);
  },
});

export const removeOwnPasskey = action({
  name: "account.remove-passkey",
  role: "account",
  schema: removalSchema,
  isGrave: true,
  authorize: authorizeOwnAccount,
  async run({ proof, now }, { cle: id, actuel: password }) {
    const ctx = { visitor: visitorOf(await headers()), now, realNow: realNow() };
    return removePasskey(proof, { id, password }, ctx);
  },
  redirectTo: () => "/compte?info=cle-retiree",
});

/** What one of the own passkeys is asked to sign, before something grave. */
export const askOwnPasskey = action({
  name: "account.ask-passkey",
  role: "account",
  schema: nothingSchema,
  authorize: authorizeOwnAccount,
  async run({ proof, now }) {
    const ctx = { visitor: visitorOf(await headers()), now, realNow: realNow() };
    return askToConfirm(proof, ctx);
  },
});

/** In the place of a code; answers with the page to go on to. */
export const confirmOwnPasskey = action({
  name: "account.confirm-passkey",
  role: "account",
  schema: confirmedSchema,
  authorize: authorizeOwnAccount,
  async run({ proof, now }, { passkey, retour }) {
    const ctx = { visitor: visitorOf(await headers()), now, realNow: realNow() };
    const response = { ...passkey, clientExtensionResults: {} };
    const confirmed = await confirmByPasskey(proof, response, ctx);
    if (!confirmed.ok) return confirmed;
    const path = returnPath(retour);
    return done({ goOnTo: path === "/" ? "/compte?info=confirme" : path });
  },
});
