import * as z from "zod/mini";
import { day, daysBetween, parseDay } from "@/lib/domain/day";
import { idSchema } from "@/lib/schemas";

const id = idSchema;
const key = z.uuid();
const mostDays = 366;

const date = (missing: string) =>
  z.pipe(
    z.string(missing).check(z.refine((text) => parseDay(text) !== null, { error: missing })),
    z.transform((text) => day(text)),
  );

export const attestationSchema = z.object({ childId: id, schoolYearId: id, idempotencyKey: key });

export const planningSchema = z
  .object({
    childId: id,
    from: date("Donnez le premier jour\u00a0: jour, mois et année."),
    to: date("Donnez le dernier jour\u00a0: jour, mois et année."),
    idempotencyKey: key,
  })
  .check(
    z.refine(({ from, to }) => from <= to, {
      path: ["to"],
      error: "Le dernier jour est avant le premier. Changez l’un des deux.",
    }),
    z.refine(({ from, to }) => daysBetween(from, to) < mostDays, {
      path: ["to"],
      error: "Choisissez une période d’un an au plus.",
    }),
  );

export const recapSchema = z.object({ number: id, idempotencyKey: key });

/** A simulation is its address: what follows the question mark. */
export const tariffSchema = z.object({
  simulation: z.string().check(z.maxLength(1_000)),
  idempotencyKey: key,
});
