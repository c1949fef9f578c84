"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { saveChild } from "@/lib/services/family-admin/save-child";
import { changeInscription } from "@/lib/services/family-admin/change-inscription";
import { addInscription } from "@/lib/services/family-admin/save-inscription";
import { familyHref } from "../../hrefs";
import { known, readChild } from "../schema";
import { childSchema, datesSchema, inscriptionSchema } from "./schema";

/** Adds a child to a family, or changes what is known of one. */
export const saveFamilyChild = action({
  name: "families.save-child",
  role: "agent",
  schema: childSchema,
  authorize: permitted["change-families"],
  keepsTyped: true,
  run: (ctx, { familyId, childId, shown, known: answer, idempotencyKey, ...typed }) =>
    saveChild(ctx, {
      familyId,
      child: childId === undefined ? null : { id: childId, shown: shown ?? "" },
      facts: known(readChild(typed)),
      known: answer,
      idempotencyKey,
    }),
  redirectTo: ({ familyId, childId }) =>
    familyHref(familyId, childId === undefined ? "enfant-ajoute" : "enfant"),
});

/** Inscribes a child into a group. */
export const inscribeChild = action({
  name: "families.add-inscription",
  role: "agent",
  schema: inscriptionSchema,
  authorize: permitted["change-families"],
  run: (ctx, input) => addInscription(ctx, input),
  redirectTo: ({ familyId }) => familyHref(familyId, "inscription"),
});

/** Shortens, lengthens or ends an inscription, with what becomes of the days outside of it. */
export const changeInscriptionDates = action({
  name: "families.change-inscription",
  role: "agent",
  schema: datesSchema,
  authorize: permitted["change-families"],
  run: (ctx, { shownFrom, shownTo, giveBack, ...input }) =>
    changeInscription(ctx, {
      ...input,
      shown: { from: shownFrom, to: shownTo },
      leaving: giveBack === "1" ? "giveBack" : "ask",
    }),
  redirectTo: ({ familyId }) => familyHref(familyId, "dates-inscription"),
});
