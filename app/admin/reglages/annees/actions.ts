"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { importCalendar, previewCalendar } from "@/lib/services/calendar/import-years";
import { saveSchoolYearSetting } from "@/lib/services/calendar/save-year";
import { calendarFileSchema, calendarImportSchema, schoolYearSchema } from "./schema";

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

/** What the official file would change; writes nothing. */
export const previewYears = action({
  name: "settings.preview-school-years",
  role: "agent",
  schema: calendarFileSchema,
  authorize: permitted["manage-settings"],
  run: async (ctx, { file }) => previewCalendar(ctx, { name: file.name, text: await file.text() }),
});

/** Writes the years that a preview showed. */
export const importYears = action({
  name: "settings.import-school-years",
  role: "agent",
  schema: calendarImportSchema,
  authorize: permitted["manage-settings"],
  run: (ctx, input) => importCalendar(ctx, input),
  redirectTo: (_input, names) => `${list}?importees=${names.length}`,
});
