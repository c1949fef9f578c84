import * as z from "zod/mini";
import { childRightNames } from "@/lib/domain/child-rights";
import { parseDay, type Day } from "@/lib/domain/day";
import { readTypedQuotient, type TypedQuotient } from "@/lib/domain/tariff/typed-quotient";
import { chosenIdSchema, idSchema } from "@/lib/schemas";

const id = idSchema;
const key = z.uuid();
const stamp = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const typed = z._default(z.string().check(z.maxLength(200)), "");

/** A day, or null where nothing is named. */
const dayOrNone = z.pipe(
  z._default(z.string().check(z.regex(/^(\d{4}-\d{2}-\d{2})?$/)), ""),
  z.transform((text): Day | null => parseDay(text)),
);

/** Why an entry is corrected or removed; empty where one is added. */
const reasonText = z._default(
  z
    .string()
    .check(
      z.trim(),
      z.maxLength(300, "Raccourcissez le motif\u00a0: 300\u00a0caractères au plus."),
    ),
  "",
);

const quotientFields = {
  from: typed,
  quotient: typed,
  parts: typed,
  children: typed,
  residence: typed,
  source: typed,
  income: typed,
  benefits: typed,
  reason: reasonText,
};

/** The same reading as the service's own input: each field says what is wrong with it. */
const everyFieldRead = z.check<TypedQuotient>(({ value, issues }) => {
  const read = readTypedQuotient(value);
  if (read.ok) return;
  for (const [field, message] of Object.entries(read.errors))
    issues.push({ code: "custom", input: value, path: [field], message, continue: true });
});

/** `replaces`: the first day of the entry that is corrected. `shown`: the stamp of the history. */
export const foreseeSchema = z
  .object({ familyId: id, replaces: dayOrNone, shown: stamp, ...quotientFields })
  .check(everyFieldRead);

export const quotientSchema = z
  .object({
    familyId: id,
    replaces: dayOrNone,
    shown: stamp,
    ...quotientFields,
    idempotencyKey: key,
  })
  .check(everyFieldRead);

export const removalSchema = z.object({
  familyId: id,
  replaces: dayOrNone,
  shown: stamp,
  reason: reasonText,
  idempotencyKey: key,
});

/** `shown`: the category that the agent saw, or nothing. */
export const categorySchema = z.object({
  familyId: id,
  childId: id,
  categoryId: chosenIdSchema("Choisissez une catégorie."),
  shown: z.pipe(
    z._default(z.string().check(z.regex(/^\d{0,9}$/)), ""),
    z.transform((text): number | null => (text === "" ? null : Number(text))),
  ),
  idempotencyKey: key,
});

export const healthSchema = z.object({ familyId: id, childId: id });

/** A ticked box is a right that the family has. `shown`: the stamp of the rights that the agent saw. */
export const rightsSchema = z.object({
  familyId: id,
  childId: id,
  rights: z._default(z.array(z.enum(childRightNames)).check(z.maxLength(3)), []),
  reason: z._default(z.string().check(z.trim(), z.maxLength(5000)), ""),
  documentId: z.pipe(
    z._default(z.union([z.uuid(), z.literal("")]), ""),
    z.transform((text): string | null => (text === "" ? null : text)),
  ),
  shown: z.string().check(z.maxLength(2000)),
  idempotencyKey: key,
});
