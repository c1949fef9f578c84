import * as z from "zod/mini";

/** A form of one button. */
export const nothingSchema = z.object({});

export const familyChoiceSchema = z.object({ familyId: z.coerce.number().check(z.int()) });
