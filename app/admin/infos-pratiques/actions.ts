"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { removeInfoDocument } from "@/lib/services/info-pages/documents";
import { savePage } from "@/lib/services/info-pages/manage-pages";
import { moveInList } from "@/lib/services/settings/move";
import { lineOf, moveSchema } from "../reglages/schema";
import { infoPageSchema, removedDocumentSchema } from "./schema";

const list = "/admin/infos-pratiques";

/** Adds a page of "Infos pratiques", or changes one. */
export const saveInfoPage = action({
  name: "info-pages.save",
  role: "agent",
  schema: infoPageSchema,
  authorize: permitted["manage-news"],
  keepsTyped: true,
  run: (ctx, { id, shown, idempotencyKey, ...setting }) =>
    savePage(ctx, { line: lineOf({ id, shown }), setting, idempotencyKey }),
  redirectTo: ({ id: changed }, { id }) =>
    // Documents are added to a page that exists.
    changed === undefined ? `${list}/${id}?fait=page-ajoutee` : `${list}?enregistre=${id}`,
});

export const moveInfoPage = action({
  name: "info-pages.move",
  role: "agent",
  schema: moveSchema,
  authorize: permitted["manage-news"],
  run: (ctx, input) => moveInList(ctx, "InfoPage", input),
  revalidate: () => [list],
});

/** Takes a document off its page. */
export const removeDocument = action({
  name: "info-pages.remove-document",
  role: "agent",
  schema: removedDocumentSchema,
  authorize: permitted["manage-news"],
  run: removeInfoDocument,
  redirectTo: (_input, { pageId }) => `${list}/${pageId}?fait=document-retire`,
});
