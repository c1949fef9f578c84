"use server";

import { action } from "@/lib/action";
import { ofTheFamilySent } from "@/lib/action/of-family";
import { tellAbsence } from "@/lib/services/absences/tell-absence";
import { absence } from "./demarche";
import { absenceSchema } from "./schema";

/** Tells absences of several children, units and days in one sending. */
export const tell = action({
  ...ofTheFamilySent,
  name: "absences.tell",
  schema: absenceSchema,
  run: (ctx, input) => tellAbsence(ctx, input),
  redirectTo: (_input, { submissionId }) => `${absence.href}?envoi=${submissionId}`,
});
