import * as z from "zod/mini";
import { asCellKey, type CellBase, type CellKey } from "@/lib/domain/booking/context";
import { parseDay } from "@/lib/domain/day";
import { idSchema } from "@/lib/schemas";

const cellKey = z.pipe(
  z.string().check(z.maxLength(60)),
  z.transform((text, context): CellKey => {
    const key = asCellKey(text);
    if (key !== null) return key;
    context.issues.push({ code: "custom", input: text, message: "Cette case n’existe pas." });
    return z.NEVER;
  }),
);

const bases: readonly CellBase[] = ["free", "reserved", "pending", "removalPending", "elsewhere"];

/** "inscription|unit|day=reserved": a cell, and what stood there when the page was drawn. */
const seenCell = z.pipe(
  z.string().check(z.maxLength(80)),
  z.transform((text, context): { key: CellKey; base: CellBase } => {
    const [keyText = "", baseText = ""] = text.split("=");
    const key = asCellKey(keyText);
    const base = bases.find((one) => one === baseText);
    if (key !== null && base !== undefined) return { key, base };
    context.issues.push({ code: "custom", input: text, message: "Cette case n’existe pas." });
    return z.NEVER;
  }),
);

/** The week as an agent ticked it for a family. */
export const servedSchema = z.object({
  familyId: idSchema,
  schoolYearId: idSchema,
  /** The week's Monday: where one comes back to. */
  week: z.string().check(z.refine((text) => parseDay(text) !== null)),
  want: z._default(z.array(cellKey).check(z.maxLength(500)), []),
  seen: z._default(z.array(seenCell).check(z.maxLength(500)), []),
  price: z.enum(["usual", "late", "free"], "Dites à quel tarif."),
  reason: z
    .string("Donnez le motif\u00a0: la famille le lira.")
    .check(
      z.trim(),
      z.minLength(3, "Donnez le motif, en 3\u00a0caractères au moins\u00a0: la famille le lira."),
      z.maxLength(500, "Raccourcissez le motif\u00a0: 500\u00a0caractères au plus."),
    ),
  /** "1": the agent goes over the capacity where there is no place. */
  over: z._default(z.enum(["0", "1"]), "0"),
  idempotencyKey: z.uuid(),
});
