import * as z from "zod/mini";
import { stampSchema } from "@/app/admin/reglages/schema";
import { parseDay, type Day } from "@/lib/domain/day";
import { chosenIdSchema, idSchema } from "@/lib/schemas";
import { childFields, everyChildFieldRead } from "../schema";

/** `childId` and `shown` are empty for one more child. */
export const childSchema = z
  .object({
    familyId: idSchema,
    childId: z.optional(idSchema),
    shown: z.optional(stampSchema),
    ...childFields,
    known: z._default(z.enum(["ask", "same", "other"]), "ask"),
    idempotencyKey: z.uuid(),
  })
  .check(everyChildFieldRead);

const wholeDay = z.pipe(
  z._default(z.string().check(z.maxLength(20)), ""),
  z.transform((text, context): Day => {
    const day = parseDay(text.trim());
    if (day !== null) return day;
    context.issues.push({
      code: "custom",
      input: text,
      message: "Donnez une date complète\u00a0: jour, mois et année.",
    });
    return z.NEVER;
  }),
);

export const inscriptionSchema = z.object({
  familyId: idSchema,
  childId: idSchema,
  groupId: chosenIdSchema("Choisissez un groupe."),
  from: wholeDay,
  to: wholeDay,
  idempotencyKey: z.uuid(),
});

/** New dates of an inscription; `shownFrom` and `shownTo` are those that the agent saw. */
export const datesSchema = z.object({
  familyId: idSchema,
  childId: idSchema,
  inscriptionId: idSchema,
  from: wholeDay,
  to: wholeDay,
  shownFrom: wholeDay,
  shownTo: wholeDay,
  /** "1": the agent has read which days are outside of the new dates, and gives them back. */
  giveBack: z._default(z.enum(["", "1"]), ""),
  idempotencyKey: z.uuid(),
});
