import * as z from "zod/mini";
import { counterSchema, idSchema } from "@/lib/schemas";

const id = idSchema;

/** Step 1: the inscriptions of one school year to book for. */
export const choiceSchema = z.object({
  schoolYearId: id,
  inscription: z
    .array(id, "Cochez au moins une inscription pour continuer.")
    .check(z.minLength(1, "Cochez au moins une inscription pour continuer."), z.maxLength(200)),
});

const cellBase = z.enum(["free", "reserved", "pending", "removalPending", "elsewhere"]);

const cellKey = z.string().check(z.regex(/^[1-9]\d{0,9}\|[1-9]\d{0,9}\|\d{4}-\d{2}-\d{2}$/));

/** The autosaved draft. A cell's key is `inscription|unit|day`; its day must exist. */
export const draftSchema = z.object({
  schoolYearId: id,
  revision: counterSchema,
  chosen: z.array(idSchema).check(z.maxLength(200)),
  wishes: z.record(cellKey, z.strictObject({ want: z.boolean(), seen: cellBase })),
});

/** Step 3: what the parent read is what is sent. */
export const submissionSchema = z.object({
  schoolYearId: id,
  revision: id,
  fingerprint: z.string().check(z.regex(/^[\w-]{22}$/)),
  idempotencyKey: z.uuid(),
});

const lateReason = "Dites pourquoi, en 3 à 500 caractères\u00a0: le service lira votre motif.";

/** Changes past their cut-off, alike in kind, asked of the service with one reason. */
export const lateChangeSchema = z.object({
  schoolYearId: id,
  cells: z.array(cellKey).check(z.minLength(1), z.maxLength(200)),
  change: z.enum(["add", "remove"]),
  reason: z
    .string(lateReason)
    .check(z.trim(), z.minLength(3, lateReason), z.maxLength(500, lateReason)),
  announced: z.nullable(counterSchema),
  idempotencyKey: z.uuid(),
});

/** Cancelling: keep the draft for later, or drop it. */
export const cancelSchema = z.object({
  schoolYearId: id,
  draft: z.enum(["keep", "drop"], "Dites si nous gardons votre brouillon."),
});
