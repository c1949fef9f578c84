"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { saveTemplate } from "@/lib/services/settings/answer-templates";
import { moveInList } from "@/lib/services/settings/move";
import { lineOf, moveSchema } from "../schema";
import { templateSchema } from "./schema";

const list = "/admin/reglages/reponses";

/** Adds a template of answers, or changes one. */
export const saveAnswerTemplate = action({
  name: "settings.save-answer-template",
  role: "agent",
  schema: templateSchema,
  authorize: permitted["manage-settings"],
  keepsTyped: true,
  run: (ctx, { id, shown, idempotencyKey, ...setting }) =>
    saveTemplate(ctx, { line: lineOf({ id, shown }), setting, idempotencyKey }),
  redirectTo: (_input, { id }) => `${list}?enregistre=${id}`,
});

export const moveAnswerTemplate = action({
  name: "settings.move-answer-template",
  role: "agent",
  schema: moveSchema,
  authorize: permitted["manage-settings"],
  run: (ctx, input) => moveInList(ctx, "AnswerTemplate", input),
  revalidate: () => [list],
});
