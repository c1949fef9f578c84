"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { saveSchoolYearSetting } from "@/lib/services/calendar/save-year";
import { schoolYearSchema } from "./schema";

const list = "/admin/reglages/annees";

/** Adds a school year, or changes one with its breaks. */
export const saveYear = action({
  name: "settings.save-school-year",
  role: "agent",
  schema: schoolYearSchema,
  authorize: permitted["manage-settings"],
  run: (ctx, { id, shown, ...rest }) =>
    saveSchoolYearSetting(ctx, {
      year: id === undefined ? null : { id, shown: shown ?? "" },
      ...rest,
    }),
  redirectTo: (_input, { id }) => `${list}?enregistre=${id}`,
});
