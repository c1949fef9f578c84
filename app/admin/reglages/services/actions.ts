"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { saveDepartment } from "@/lib/services/settings/departments";
import { lineOf } from "../schema";
import { departmentSchema } from "./schema";

/** Adds a service of the mairie, or changes one. */
export const saveTownDepartment = action({
  name: "settings.save-department",
  role: "agent",
  schema: departmentSchema,
  authorize: permitted["manage-settings"],
  keepsTyped: true,
  run: (ctx, { id, shown, idempotencyKey, ...setting }) =>
    saveDepartment(ctx, { line: lineOf({ id, shown }), setting, idempotencyKey }),
  redirectTo: (_input, { id }) => `/admin/reglages/services?enregistre=${id}`,
});
