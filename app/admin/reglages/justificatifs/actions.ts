"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { moveInList } from "@/lib/services/settings/move";
import { saveDocumentType } from "@/lib/services/settings/save-document-type";
import { moveSchema } from "../schema";
import { documentTypeSchema } from "./schema";

const list = "/admin/reglages/justificatifs";

/** Adds a kind of supporting document, or changes one. */
export const saveTypeOfDocument = action({
  name: "settings.save-document-type",
  role: "agent",
  schema: documentTypeSchema,
  authorize: permitted["manage-settings"],
  run: (ctx, { id, shown, idempotencyKey, ...setting }) => {
    const type = id === undefined ? null : { id, shown: shown ?? "" };
    return saveDocumentType(ctx, { type, setting, idempotencyKey });
  },
  redirectTo: (_input, { id }) => `${list}?enregistre=${id}`,
});

export const moveDocumentType = action({
  name: "settings.move-document-type",
  role: "agent",
  schema: moveSchema,
  authorize: permitted["manage-settings"],
  run: (ctx, input) => moveInList(ctx, "SupportingDocumentType", input),
  revalidate: () => [list],
});
