import * as z from "zod/mini";
import { isImportField } from "@/lib/domain/town-import/fields";
import type { ColumnMeaning } from "@/lib/domain/town-import/columns";
import { importChoices } from "@/lib/domain/town-import/import-plan";

const key = z.uuid();

export const importFileSchema = z.object({
  file: z
    .file("Choisissez un fichier .xlsx ou .csv.")
    .check(z.refine(({ size }) => size > 0, "Choisissez un fichier .xlsx ou .csv.")),
  /** A browser sends an empty text or file where none was chosen. */
  other: z._default(z.union([z.file(), z.string().check(z.maxLength(0))]), ""),
  idempotencyKey: key,
});

export const choiceSchema = z.object({
  importId: z.uuid(),
  line: z.coerce.number().check(z.int(), z.positive(), z.maximum(10_000_000)),
  choice: z.enum(importChoices),
  idempotencyKey: key,
});

const meaning = z.pipe(
  z.string().check(z.maxLength(40)),
  z.transform((text): ColumnMeaning => (isImportField(text) ? text : "ignored")),
);

export const columnsSchema = z.object({
  importId: z.uuid(),
  columns: z.array(meaning).check(z.maxLength(120)),
  idempotencyKey: key,
});

/** `leavesOut`: the agent saw that lines are left out. */
export const carryOutSchema = z.object({
  importId: z.uuid(),
  shown: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  leavesOut: z._default(z.enum(["", "1"]), ""),
  idempotencyKey: key,
});
