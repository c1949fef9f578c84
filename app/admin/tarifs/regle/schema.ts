import * as z from "zod/mini";
import { stampSchema } from "@/app/admin/reglages/schema";

export const priceSettingSchema = z.object({
  following: z.enum(["priceOfDay", "announcedPrice"], "Choisissez l’une des deux règles."),
  shown: stampSchema,
  idempotencyKey: z.uuid(),
});
