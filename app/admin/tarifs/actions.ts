"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { parseDay } from "@/lib/domain/day";
import { refused } from "@/lib/domain/result";
import { copyVersion } from "@/lib/services/tariffs/copy-version";
import { deleteDraft } from "@/lib/services/tariffs/delete-draft";
import { publishVersion } from "@/lib/services/tariffs/publish";
import { applyImport, previewImport } from "./read-import";
import { saveTypedGrid, saveTypedSettings } from "./save-typed";
import {
  copySchema,
  deleteSchema,
  fileSchema,
  gridSchema,
  importSchema,
  publishSchema,
  settingsSchema,
} from "./schema";

const list = "/admin/tarifs";

/** A new draft that begins as a copy of a version. */
export const copyTariff = action({
  name: "tariffs.copy",
  role: "agent",
  schema: copySchema,
  authorize: permitted["manage-tariffs"],
  run: (ctx, input) => copyVersion(ctx, input),
  revalidate: () => [list],
  redirectTo: (_input, { id }) => `${list}/${id}?prepare=1`,
});

/** The prices of an activity for a category. */
export const saveGrid = action({
  name: "tariffs.save-grid",
  role: "agent",
  schema: gridSchema,
  authorize: permitted["manage-tariffs"],
  run: (ctx, input) => saveTypedGrid(ctx, input),
  revalidate: ({ versionId }) => [`${list}/${versionId}/modifier`],
});

/** A draft's name, its reductions, what an unknown quotient pays. */
export const saveSettings = action({
  name: "tariffs.save-settings",
  role: "agent",
  schema: settingsSchema,
  authorize: permitted["manage-tariffs"],
  run: (ctx, input) => saveTypedSettings(ctx, input),
  revalidate: ({ versionId }) => [`${list}/${versionId}/reglages`],
});

/** What a spreadsheet would change; writes nothing. */
export const previewSpreadsheet = action({
  name: "tariffs.preview-spreadsheet",
  role: "agent",
  schema: fileSchema,
  authorize: permitted["manage-tariffs"],
  run: (ctx, { versionId, file }) => previewImport(ctx.proof, versionId, file),
});

/** Writes the cells that a preview showed. */
export const applySpreadsheet = action({
  name: "tariffs.apply-spreadsheet",
  role: "agent",
  schema: importSchema,
  authorize: permitted["manage-tariffs"],
  run: (ctx, input) => applyImport(ctx, input),
  revalidate: ({ versionId }) => [`${list}/${versionId}/tableur`],
});

export const deleteTariff = action({
  name: "tariffs.delete",
  role: "agent",
  schema: deleteSchema,
  authorize: permitted["manage-tariffs"],
  run: (ctx, input) => deleteDraft(ctx, input),
  revalidate: () => [list],
  redirectTo: () => `${list}?supprime=1`,
});

/** Puts a draft in force from a day on, for good. */
export const publishTariff = action({
  name: "tariffs.publish",
  role: "agent",
  schema: publishSchema,
  isGrave: true,
  authorize: permitted["manage-tariffs"],
  run: async (ctx, input) => {
    const from = parseDay(input.from);
    return from === null ? refused("tariff-date-missing") : publishVersion(ctx, { ...input, from });
  },
  revalidate: () => [list],
  redirectTo: ({ versionId }, { priced, repriced, families }) =>
    `${list}/${versionId}?publie=${priced}&suivies=${repriced}&familles=${families}`,
});
