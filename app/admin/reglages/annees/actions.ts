"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { importCalendar, previewCalendar } from "@/lib/services/calendar/import-years";
import { saveSchoolYearSetting } from "@/lib/services/calendar/save-year";
import { addTownDay, removeTownDay } from "@/lib/services/calendar/town-days";
import {
  addedDaySchema,
  calendarFileSchema,
  calendarImportSchema,
  removedDaySchema,
  schoolYearSchema,
} from "./schema";

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

/** Closes or opens a day for all the groups that it is for. */
export const addDay = action({
  name: "settings.add-town-day",
  role: "agent",
  schema: addedDaySchema,
  authorize: permitted["manage-settings"],
  run: (ctx, { kind, activities: activityIds, ...rest }) =>
    addTownDay(ctx, { ...rest, open: kind === "open", activityIds }),
  redirectTo: () => `${list}/jours?ajoute=1`,
});

/** Takes such a day back, from all its groups. */
export const removeDay = action({
  name: "settings.remove-town-day",
  role: "agent",
  schema: removedDaySchema,
  authorize: permitted["manage-settings"],
  run: (ctx, { kind, ...rest }) => removeTownDay(ctx, { ...rest, open: kind === "open" }),
  redirectTo: () => `${list}/jours?retire=1`,
});
