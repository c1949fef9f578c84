import * as z from "zod/mini";
import { messageText } from "@/app/(famille)/demandes/schema";
import { parseDay } from "@/lib/domain/day";
import { familyFieldNames } from "@/lib/domain/family-file";
import { idOrNoneSchema, idSchema } from "@/lib/schemas";

const count = idSchema;

/** What every decision says. */
const answer = {
  number: count,
  decision: z.enum(["accept", "refuse"], "Dites si vous acceptez ou refusez."),
  reason: z._default(z.string().check(z.trim(), z.maxLength(5000)), ""),
  /** The query of the list from which one came, to go back to it. */
  list: z._default(z.string().check(z.maxLength(1000)), ""),
  idempotencyKey: z.uuid(),
};

/** An agent's decision. The reason is checked by the action, which gives back what was typed. */
export const decisionSchema = z.object({
  ...answer,
  decision: z.enum(["accept", "refuse", "accept-and-refuse"], "Dites si vous acceptez ou refusez."),
  /** "1": everything that waits. Else the ticked dates, `unit|day`. */
  all: z._default(z.enum(["0", "1"]), "0"),
  lines: z._default(
    z
      .array(z.string().check(z.regex(/^[1-9]\d{0,9}\|\d{4}-\d{2}-\d{2}$/)))
      .check(z.maxLength(2000)),
    [],
  ),
  /** How many dates the button named. */
  count,
  /** "1": accepted over the capacity, for the reason given. */
  over: z._default(z.enum(["0", "1"]), "0"),
  overReason: z._default(z.string().check(z.trim(), z.maxLength(5000)), ""),
  /** "1": one decides in the list itself, and stays there. */
  fromList: z._default(z.enum(["0", "1"]), "0"),
});

/** The same on lines of the file. */
export const fileDecisionSchema = z.object({
  ...answer,
  fields: z._default(z.array(z.enum(familyFieldNames)).check(z.maxLength(20)), []),
});

const lastDay = z.pipe(
  z.string().check(
    z.trim(),
    z.refine((text) => text === "" || parseDay(text) !== null, {
      error: "Donnez une date complète\u00a0: jour, mois et année.",
    }),
  ),
  z.transform((text) => parseDay(text)),
);

const documentDecision = z.object({
  ...answer,
  documents: z._default(z.array(z.uuid()).check(z.maxLength(20)), []),
});

/** The same on documents, each with its last day. */
export const documentDecisionSchema = z.catchall(documentDecision, z.optional(lastDay));

/** What an agent tells the others. */
export const noteSchema = z.object({
  number: count,
  text: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, "Écrivez la note avant de l’enregistrer."),
      z.maxLength(2000, "Raccourcissez la note\u00a0: 2\u00a0000\u00a0caractères au plus."),
    ),
  list: answer.list,
  idempotencyKey: answer.idempotencyKey,
});

const onMessages = {
  number: count,
  /** The last message that the page showed. */
  seen: idOrNoneSchema,
  list: answer.list,
  idempotencyKey: answer.idempotencyKey,
};

/** The service writes to the family. */
export const messageSchema = z.object({ ...onMessages, text: messageText });

/** What the family wrote needs no answer. */
export const settleSchema = z.object(onMessages);
