"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { saveCategorySetting } from "@/lib/services/tariffs/categories";
import { categorySchema } from "./schema";

/** Adds a category of children, or changes one. */
export const saveTariffCategory = action({
  name: "tariffs.save-category",
  role: "agent",
  schema: categorySchema,
  authorize: permitted["manage-tariffs"],
  keepsTyped: true,
  run: (ctx, { id, shown, idempotencyKey, ...setting }) =>
    saveCategorySetting(ctx, {
      category: id === undefined ? null : { id, shown: shown ?? "" },
      setting,
      idempotencyKey,
    }),
  redirectTo: (_input, { id }) => `/admin/tarifs/categories?enregistre=${id}`,
});
