import * as z from "zod/mini";
import { idSchema } from "@/lib/schemas";

/** A form of one button. */
export const nothingSchema = z.object({});

export const familyChoiceSchema = z.object({ familyId: idSchema });
