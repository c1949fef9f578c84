"use server";

import { action } from "@/lib/action";
import { authorizeFamily } from "@/lib/auth";
import { tellAbsence } from "@/lib/services/absences/tell-absence";
import { absence } from "./demarche";
import { absenceSchema } from "./schema";

/** Tells absences of several children, units and days in one sending. */
export const tell = action({
  name: "absences.tell",
  role: "guardian",
  schema: absenceSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, input) => tellAbsence(ctx, input),
  redirectTo: (_input, { submissionId }) => `${absence.href}?envoi=${submissionId}`,
});
