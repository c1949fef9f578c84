import * as z from "zod/mini";
import { parseTarget } from "@/lib/domain/closure";
import { parseDay, type Day } from "@/lib/domain/day";
import { idSchema } from "@/lib/schemas";

function dayField(missing: string) {
  return z.pipe(
    z.string(missing),
    z.transform((typed, ctx): Day => {
      const read = parseDay(typed);
      if (read !== null) return read;
      const message = typed === "" ? missing : "Choisissez un jour qui existe.";
      ctx.issues.push({ code: "custom", message, input: typed });
      return z.NEVER;
    }),
  );
}

const typed = {
  from: dayField("Choisissez le premier jour."),
  /** Left empty for one day. */
  to: z.pipe(
    z.prefault(z.string(), ""),
    z.transform((text, ctx): Day | null => {
      const read = parseDay(text);
      if (text === "" || read !== null) return read;
      ctx.issues.push({ code: "custom", message: "Choisissez un jour qui existe.", input: text });
      return z.NEVER;
    }),
  ),
  target: z.pipe(
    z.string("Choisissez ce qui ferme."),
    z.transform((text, ctx) => {
      const read = parseTarget(text);
      if (read !== null) return read;
      ctx.issues.push({ code: "custom", message: "Choisissez ce qui ferme.", input: text });
      return z.NEVER;
    }),
  ),
  unit: z.union([z.literal("every"), idSchema], "Choisissez une unité, ou toutes."),
  reason: z
    .string("Donnez le motif.")
    .check(
      z.trim(),
      z.minLength(3, "Donnez un motif d’au moins 3\u00a0caractères\u00a0: les familles le lisent."),
      z.maxLength(80, "Raccourcissez le motif\u00a0: 80\u00a0caractères au plus."),
    ),
};

/** A closure as it was typed; nothing of it is written yet. */
export const foreseenClosureSchema = z.object(typed);

/** The same once it was read, with the stamp of what was shown. */
export const closureSchema = z.object({
  ...typed,
  shown: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  idempotencyKey: z.uuid(),
});

export const reopeningSchema = z.object({ id: idSchema, idempotencyKey: z.uuid() });
