import * as z from "zod/mini";
import { idSchema } from "@/lib/schemas";

const id = idSchema;
export const stampSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A line of one of the town's lists, a place higher or lower. */
export const moveSchema = z.object({
  id,
  direction: z.enum(["up", "down"]),
  shown: stampSchema,
  idempotencyKey: z.uuid(),
});

/** What a form says of the line that it changes; both empty for a new one. */
export const changedLine = {
  id: z.optional(id),
  shown: z.optional(stampSchema),
  idempotencyKey: z.uuid(),
};

export const settingLabel = z
  .string("Donnez un nom.")
  .check(
    z.trim(),
    z.minLength(3, "Donnez un nom d’au moins 3\u00a0caractères."),
    z.maxLength(80, "Raccourcissez le nom\u00a0: 80\u00a0caractères au plus."),
  );

/** A text that may stay empty: null then. */
export const explanation = z.pipe(
  z.prefault(
    z
      .string()
      .check(
        z.trim(),
        z.maxLength(300, "Raccourcissez l’explication\u00a0: 300\u00a0caractères au plus."),
      ),
    "",
  ),
  z.transform((text): string | null => text || null),
);

/** A box that is ticked, or not sent. */
export const ticked = z.pipe(
  z.optional(z.literal("1")),
  z.transform((value) => value === "1"),
);

/** A line to change and its stamp as one value, as services take it; null where a line is added. */
export function lineOf({
  id: line,
  shown,
}: {
  id?: number | undefined;
  shown?: string | undefined;
}) {
  return line === undefined ? null : { id: line, shown: shown ?? "" };
}
