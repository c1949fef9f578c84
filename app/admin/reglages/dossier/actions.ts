"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { saveDiet } from "@/lib/services/settings/diets";
import { saveFieldSettings } from "@/lib/services/settings/field-rules";
import { moveInList } from "@/lib/services/settings/move";
import { moveSchema } from "../schema";
import { dietSchema, fieldRulesSchema } from "./schema";

const page = "/admin/reglages/dossier";

/** What families see and change of their file, every field at once. */
export const saveRules = action({
  name: "settings.save-file-rules",
  role: "agent",
  schema: fieldRulesSchema,
  authorize: permitted["manage-settings"],
  run: (ctx, input) => saveFieldSettings(ctx, input),
  redirectTo: (_input, { changed }) => `${page}?champs=${changed}`,
});

/** Adds a diet, or changes one. */
export const saveDietOfTown = action({
  name: "settings.save-diet",
  role: "agent",
  schema: dietSchema,
  authorize: permitted["manage-settings"],
  run: (ctx, { id, shown, ...input }) =>
    saveDiet(ctx, { ...input, diet: id === undefined ? null : { id, shown: shown ?? "" } }),
  redirectTo: (_input, { id }) => `${page}?regime=${id}#regimes`,
});

export const moveDiet = action({
  name: "settings.move-diet",
  role: "agent",
  schema: moveSchema,
  authorize: permitted["manage-settings"],
  run: (ctx, input) => moveInList(ctx, "Diet", input),
  revalidate: () => [page],
});
