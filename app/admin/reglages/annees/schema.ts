import * as z from "zod/mini";
import { parseDay } from "@/lib/domain/day";
import { idSchema } from "@/lib/schemas";
import { changedLine, stampSchema } from "../schema";
import { MOST_BYTES } from "./limits";

// Whatever is typed comes to the service, which tells every fault and gives it all back.
const text = z.prefault(z.string().check(z.maxLength(200)), "");
const lines = z.prefault(z.array(text).check(z.maxLength(60)), []);

/** What was said to close, "3/12" (children, days), once its box is ticked; null while it is not. */
export const agreed = z.pipe(
  z.optional(z.string().check(z.regex(/^\d{1,6}\/\d{1,4}$/))),
  z.transform((said) => {
    const [children = 0, days = 0] = said?.split("/").map(Number) ?? [];
    return said === undefined ? null : { children, days };
  }),
);

const sent = z.object({
  ...changedLine,
  name: text,
  from: text,
  to: text,
  breakName: lines,
  breakFrom: lines,
  breakTo: lines,
  agreed,
});

/** A school year as it was typed, its breaks line by line. */
export const schoolYearSchema = z.pipe(
  sent,
  z.transform(({ name, from, to, breakName, breakFrom, breakTo, ...rest }) => ({
    ...rest,
    typed: {
      name,
      from,
      to,
      breaks: breakName.map((label, i) => ({
        name: label,
        from: breakFrom[i] ?? "",
        to: breakTo[i] ?? "",
      })),
    },
  })),
);

/** The official file; its size is measured before it is read. */
export const calendarFileSchema = z.object({
  file: z.file("Choisissez un fichier.").check(
    z.refine(({ size }) => size > 0, "Choisissez un fichier."),
    z.refine(
      ({ size }) => size <= MOST_BYTES,
      "Ce fichier dépasse 900\u00a0ko. Téléchargez-le pour la seule zone de la commune, ou au format CSV.",
    ),
  ),
});

const previewedYear = z.object({
  name: text,
  from: text,
  to: text,
  breaks: z.array(z.object({ name: text, from: text, to: text })).check(z.maxLength(60)),
});

/** The years that a preview showed, as the page sends them back. */
export const calendarImportSchema = z.object({
  years: z.pipe(
    z.pipe(
      z.string().check(z.maxLength(100_000)),
      z.transform((json, ctx): unknown => {
        try {
          return JSON.parse(json);
        } catch {
          ctx.issues.push({
            code: "custom",
            message: "Choisissez à nouveau le fichier.",
            input: json,
          });
          return z.NEVER;
        }
      }),
    ),
    z.array(previewedYear).check(z.minLength(1), z.maxLength(40)),
  ),
  shown: stampSchema,
  agreed,
  idempotencyKey: z.uuid(),
});

const townDay = {
  day: z.pipe(
    z.string("Choisissez un jour."),
    z.transform((typed, ctx) => {
      const read = parseDay(typed);
      if (read !== null) return read;
      ctx.issues.push({ code: "custom", message: "Choisissez un jour qui existe.", input: typed });
      return z.NEVER;
    }),
  ),
  kind: z.enum(["closed", "open"], "Dites si tout ferme, ou si des activités ouvrent."),
  reason: z
    .string("Donnez un motif.")
    .check(
      z.trim(),
      z.minLength(3, "Donnez un motif d’au moins 3\u00a0caractères."),
      z.maxLength(80, "Raccourcissez le motif\u00a0: 80\u00a0caractères au plus."),
    ),
  idempotencyKey: z.uuid(),
};

/** A day of the whole town, as it was typed. */
export const addedDaySchema = z.object({
  ...townDay,
  activities: z.prefault(z.array(idSchema).check(z.maxLength(200)), []),
  agreed,
});

export const removedDaySchema = z.object(townDay);
