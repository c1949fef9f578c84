"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { saveEstablishment } from "@/lib/services/settings/establishments";
import { lineOf } from "../schema";
import { establishmentSchema } from "./schema";

/** Adds an establishment, renames one, archives it or takes it back. */
export const saveTownEstablishment = action({
  name: "settings.save-establishment",
  role: "agent",
  schema: establishmentSchema,
  authorize: permitted["manage-settings"],
  keepsTyped: true,
  run: (ctx, { id, shown, idempotencyKey, ...setting }) =>
    saveEstablishment(ctx, { line: lineOf({ id, shown }), setting, idempotencyKey }),
  redirectTo: (_input, { id }) => `/admin/reglages/etablissements?enregistre=${id}`,
});
