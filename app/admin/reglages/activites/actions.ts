"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { moveInList } from "@/lib/services/settings/move";
import { saveActivity } from "@/lib/services/settings/save-activity";
import { saveUnit } from "@/lib/services/settings/units";
import { lineOf, moveSchema } from "../schema";
import { activitySchema, unitSchema } from "./schema";

const list = "/admin/reglages/activites";

/** Adds an activity, or changes one; a new one asks for its units next. */
export const saveTownActivity = action({
  name: "settings.save-activity",
  role: "agent",
  schema: activitySchema,
  authorize: permitted["manage-settings"],
  keepsTyped: true,
  run: (ctx, { setting, idempotencyKey, ...line }) =>
    saveActivity(ctx, { line: lineOf(line), setting, idempotencyKey }),
  redirectTo: (_input, { id }) => `${list}/${id}?enregistre=${id}`,
});

export const moveActivity = action({
  name: "settings.move-activity",
  role: "agent",
  schema: moveSchema,
  authorize: permitted["manage-settings"],
  run: (ctx, input) => moveInList(ctx, "Activity", input),
  revalidate: () => [list],
});

/** Adds a unit to an activity, or changes one. */
export const saveActivityUnit = action({
  name: "settings.save-unit",
  role: "agent",
  schema: unitSchema,
  authorize: permitted["manage-settings"],
  keepsTyped: true,
  run: (ctx, { id, shown, idempotencyKey, activityId, ...setting }) =>
    saveUnit(ctx, { activityId, line: lineOf({ id, shown }), setting, idempotencyKey }),
  redirectTo: ({ activityId }, { id }) => `${list}/${activityId}?unite=${id}`,
});

export const moveUnit = action({
  name: "settings.move-unit",
  role: "agent",
  schema: moveSchema,
  authorize: permitted["manage-settings"],
  run: (ctx, input) => moveInList(ctx, "Unit", input),
  // Which activity it is, is not said: whatever page shows it is drawn again.
  revalidate: () => [list],
});
