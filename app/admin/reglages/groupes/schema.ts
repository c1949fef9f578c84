import * as z from "zod/mini";
import { day, parseDay, type Weekday } from "@/lib/domain/day";
import { chosenIdSchema, idSchema } from "@/lib/schemas";
import { changedLine, stampSchema } from "../schema";
import { dayKinds } from "./choices";

const aDay = (missing: string) =>
  z.pipe(
    z.string(missing).check(
      z.trim(),
      z.refine((text) => parseDay(text) !== null, { error: missing }),
    ),
    z.transform((text) => day(text)),
  );

const confirmed = z.pipe(
  z.optional(stampSchema),
  z.transform((stamp): string | null => stamp ?? null),
);

const shortText = (most: number, long: string) =>
  z.pipe(
    z.prefault(z.string().check(z.trim(), z.maxLength(most, long)), ""),
    z.transform((text): string | null => text || null),
  );

const order = "Le dernier jour vient avant le premier. Vérifiez les deux dates.";

/** A first and a last day, in that order. */
const isInOrder = ({ firstDay, lastDay }: { firstDay: string; lastDay: string }) =>
  firstDay <= lastDay;

const dates = {
  firstDay: aDay("Donnez le premier jour\u00a0: jour, mois et année."),
  lastDay: aDay("Donnez le dernier jour\u00a0: jour, mois et année."),
};

export const groupSchema = z
  .object({
    ...changedLine,
    activityId: chosenIdSchema("Choisissez une activité."),
    establishmentId: chosenIdSchema("Choisissez un établissement."),
    schoolYearId: chosenIdSchema("Choisissez une année scolaire."),
    code: shortText(40, "Raccourcissez le code\u00a0: 40\u00a0caractères au plus."),
    label: shortText(80, "Raccourcissez le nom\u00a0: 80\u00a0caractères au plus."),
    ...dates,
    confirmed,
  })
  .check(z.refine(isInOrder, { error: order, path: ["lastDay"] }));

const ofGroup = { groupId: idSchema, confirmed };

const weekdays = z.pipe(
  z.prefault(
    z
      .array(z.enum(["1", "2", "3", "4", "5", "6", "7"]))
      .check(z.minLength(1, "Cochez au moins un jour de la semaine.")),
    [],
  ),
  z.transform((chosen) => [...new Set(chosen)].map((text) => Number(text) as Weekday)),
);

const kinds = z.pipe(
  z.prefault(
    z.array(z.enum(dayKinds)).check(z.minLength(1, "Cochez au moins une sorte de jours.")),
    [],
  ),
  z.transform((chosen) => dayKinds.filter((kind) => chosen.includes(kind))),
);

export const openingSchema = z
  .object({
    ...changedLine,
    ...ofGroup,
    units: z.prefault(
      z.array(idSchema).check(z.minLength(1, "Cochez au moins une unité."), z.maxLength(50)),
      [],
    ),
    weekdays,
    dayKinds: kinds,
    ...dates,
  })
  .check(z.refine(isInOrder, { error: order, path: ["lastDay"] }));

export const exceptionSchema = z.object({
  ...ofGroup,
  idempotencyKey: z.uuid(),
  day: aDay("Donnez le jour\u00a0: jour, mois et année."),
  kind: z.enum(["closed", "open"], "Dites si ce jour est fermé ou ouvert."),
  unitId: z.prefault(
    z.union([z.literal("every"), idSchema], "Choisissez les unités concernées."),
    "every",
  ),
  // Families read it in a cell.
  closureReason: z
    .string()
    .check(
      z.trim(),
      z.minLength(3, "Donnez la raison\u00a0: les familles la lisent."),
      z.maxLength(80, "Raccourcissez la raison\u00a0: 80\u00a0caractères au plus."),
    ),
});

const unread = "Donnez un nombre entier de places, de 0 à 9999.";
const seatsText = z.string(unread).check(z.trim(), z.regex(/^\d{1,4}$/, unread));

/** The usual places of a unit; empty: not limited. */
export const seatsSchema = z.object({
  ...ofGroup,
  unitId: idSchema,
  shown: stampSchema,
  seats: z.pipe(
    z.prefault(z.string().check(z.trim(), z.regex(/^\d{0,4}$/, unread)), ""),
    z.transform((text): number | null => (text === "" ? null : Number(text))),
  ),
  idempotencyKey: z.uuid(),
});

/** Another number of places on some days. */
export const datedSeatsSchema = z
  .object({
    ...ofGroup,
    unitId: chosenIdSchema("Choisissez une unité."),
    ...dates,
    seats: z.pipe(
      seatsText,
      z.transform((text) => Number(text)),
    ),
    idempotencyKey: z.uuid(),
  })
  .check(z.refine(isInOrder, { error: order, path: ["lastDay"] }));

/** A line that is taken away. */
export const removeSchema = z.object({
  ...ofGroup,
  id: idSchema,
  shown: stampSchema,
  idempotencyKey: z.uuid(),
});

/** The groups of a year to the next, as the page showed what comes of them. */
export const copySchema = z.object({
  schoolYearId: idSchema,
  shown: stampSchema,
  idempotencyKey: z.uuid(),
});
