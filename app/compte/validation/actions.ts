"use server";

import { headers } from "next/headers";
import { nothingSchema } from "@/app/(public)/connexion/schema";
import { action } from "@/lib/action";
import { authorizeOwnAccount } from "@/lib/auth/own-account";
import { returnPath } from "@/lib/auth/return-path";
import { visitorOf } from "@/lib/auth/visitor";
import { realNow } from "@/lib/clock";
import {
  proveFactor,
  removeFactor,
  renewRecoveryCodes,
} from "@/lib/services/accounts/factor/own-factor";
import { beginSetUp, confirmSetUp } from "@/lib/services/accounts/factor/set-up";
import { codeSchema, codeThenSchema, passwordSchema } from "../schema";

/** A secret that waits for its first code. Where one is in force already, a code of it is asked first. */
export const beginFactor = action({
  name: "account.begin-factor",
  role: "account",
  schema: passwordSchema,
  isGrave: true,
  authorize: authorizeOwnAccount,
  async run({ proof, now }, { actuel }) {
    const ctx = { visitor: visitorOf(await headers()), now, realNow: realNow() };
    return beginSetUp(proof, actuel, ctx);
  },
  redirectTo: () => "/compte/validation/mise-en-place",
});

/** The first code; answers with the recovery codes, which the form shows in its own place. */
export const confirmFactor = action({
  name: "account.confirm-factor",
  role: "account",
  schema: codeSchema,

  authorize: authorizeOwnAccount,
  async run({ proof, now }, { code }) {
    const ctx = { visitor: visitorOf(await headers()), now, realNow: realNow() };
    return confirmSetUp(proof, code, ctx);
  },
});

/** Ten other recovery codes, shown once. */
export const renewCodes = action({
  name: "account.renew-recovery-codes",
  role: "account",
  schema: nothingSchema,
  isGrave: true,
  authorize: authorizeOwnAccount,
  async run({ proof, now }) {
    const ctx = { visitor: visitorOf(await headers()), now, realNow: realNow() };
    return renewRecoveryCodes(proof, ctx);
  },
});

/** Back to the password alone: parents only. */
export const stopFactor = action({
  name: "account.remove-factor",
  role: "account",
  schema: passwordSchema,
  isGrave: true,
  authorize: authorizeOwnAccount,
  async run({ proof, now }, { actuel }) {
    const ctx = { visitor: visitorOf(await headers()), now, realNow: realNow() };
    return removeFactor(proof, actuel, ctx);
  },
  redirectTo: () => "/compte?info=validation-arretee",
});

/** A code, before something grave: back to where that was asked. */
export const giveCode = action({
  name: "account.prove-factor",
  role: "account",
  schema: codeThenSchema,

  authorize: authorizeOwnAccount,
  async run({ proof, now }, { code }) {
    const ctx = { visitor: visitorOf(await headers()), now, realNow: realNow() };
    return proveFactor(proof, code, ctx);
  },
  redirectTo: ({ retour }) => {
    const path = returnPath(retour);
    return path === "/" ? "/compte?info=confirme" : path;
  },
});
