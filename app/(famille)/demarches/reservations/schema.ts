import * as z from "zod/mini";

const id = z.coerce.number().check(z.int(), z.positive());

/** Step 1: the inscriptions of one school year to book for. */
export const choiceSchema = z.object({
  schoolYearId: id,
  inscription: z
    .array(id, "Cochez au moins une inscription pour continuer.")
    .check(z.minLength(1, "Cochez au moins une inscription pour continuer."), z.maxLength(200)),
});

const cellBase = z.enum(["free", "reserved", "pending", "removalPending", "elsewhere"]);

/** The autosaved draft. A cell's key is `inscription|unit|day`; its day must exist. */
export const draftSchema = z.object({
  schoolYearId: id,
  revision: z.int().check(z.nonnegative()),
  chosen: z.array(z.int().check(z.positive())).check(z.maxLength(200)),
  wishes: z.record(
    z.string().check(z.regex(/^[1-9]\d{0,9}\|[1-9]\d{0,9}\|\d{4}-\d{2}-\d{2}$/)),
    z.strictObject({ want: z.boolean(), seen: cellBase }),
  ),
});

/** Step 3: what the parent read is what is sent. */
export const submissionSchema = z.object({
  schoolYearId: id,
  revision: id,
  fingerprint: z.string().check(z.regex(/^[\w-]{22}$/)),
  idempotencyKey: z.uuid(),
});

/** Cancelling: keep the draft for later, or drop it. */
export const cancelSchema = z.object({
  schoolYearId: id,
  draft: z.enum(["keep", "drop"], "Dites si nous gardons votre brouillon."),
});
