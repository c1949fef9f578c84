import * as z from "zod/mini";
import { idSchema } from "@/lib/schemas";

const reason = "Dites pourquoi, en 3 à 500 caractères\u00a0: le service lira votre motif.";
const nobody = "Cochez au moins une réservation.";

/** Places that children will not take, each with what the family read would become of it. */
export const absenceSchema = z.object({
  schoolYearId: idSchema,
  places: z
    .array(
      z
        .string()
        .check(
          z.regex(
            /^[1-9]\d{0,9}\|[1-9]\d{0,9}\|\d{4}-\d{2}-\d{2}\|(atOnce|examined|late)$/,
            nobody,
          ),
        ),
      nobody,
    )
    .check(z.minLength(1, nobody), z.maxLength(200, nobody)),
  reason: z.string(reason).check(z.trim(), z.minLength(3, reason), z.maxLength(500, reason)),
  idempotencyKey: z.uuid(),
});
