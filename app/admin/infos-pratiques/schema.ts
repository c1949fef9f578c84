import * as z from "zod/mini";
import { idSchema } from "@/lib/schemas";
import { changedLine, settingLabel, ticked } from "../reglages/schema";
import { markdownText } from "../schema";

export const infoPageSchema = z.object({
  ...changedLine,
  title: settingLabel,
  text: markdownText,
  published: ticked,
});

/** A document of a page; a field left empty sends a file without a name and without a byte. */
export const infoDocumentSchema = z.object({
  pageId: idSchema,
  label: settingLabel,
  file: z.pipe(
    z.optional(z.instanceof(File)),
    z.transform((file) => (file && (file.name !== "" || file.size > 0) ? file : null)),
  ),
  idempotencyKey: z.uuid(),
});

export const removedDocumentSchema = z.object({
  fileId: z.uuid(),
  idempotencyKey: z.uuid(),
});
