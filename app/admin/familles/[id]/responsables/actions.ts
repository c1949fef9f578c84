"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { realNow } from "@/lib/clock";
import { inviteGuardian } from "@/lib/services/family-admin/invite-guardian";
import { saveGuardian } from "@/lib/services/family-admin/save-guardian";
import { familyHref } from "../../hrefs";
import { known, readGuardian } from "../schema";
import { guardianSchema, invitationSchema } from "./schema";

/** Adds a guardian to a family, or changes what is known of one. */
export const saveFamilyGuardian = action({
  name: "families.save-guardian",
  role: "agent",
  schema: guardianSchema,
  authorize: permitted["change-families"],
  keepsTyped: true,
  run: (ctx, { familyId, guardianId, shown, idempotencyKey, ...typed }) =>
    saveGuardian(ctx, {
      familyId,
      guardian: guardianId === undefined ? null : { id: guardianId, shown: shown ?? "" },
      facts: known(readGuardian(typed)),
      idempotencyKey,
    }),
  redirectTo: ({ familyId, guardianId }) =>
    familyHref(familyId, guardianId === undefined ? "responsable-ajoute" : "responsable"),
});

/** Sends the link with which a guardian opens the account. */
export const inviteFamilyGuardian = action({
  name: "families.invite-guardian",
  role: "agent",
  schema: invitationSchema,
  authorize: permitted["change-families"],
  run: (ctx, input) => inviteGuardian(ctx, input, realNow()),
  redirectTo: ({ familyId }, { how }) =>
    familyHref(familyId, how === "sent" ? "invitation" : "compte-rattache"),
});
