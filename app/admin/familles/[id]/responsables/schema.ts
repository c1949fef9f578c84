import * as z from "zod/mini";
import { stampSchema } from "@/app/admin/reglages/schema";
import { idSchema } from "@/lib/schemas";
import { everyGuardianFieldRead, guardianFields } from "../schema";

/** `guardianId` and `shown` are empty for one more guardian. */
export const guardianSchema = z
  .object({
    familyId: idSchema,
    guardianId: z.optional(idSchema),
    shown: z.optional(stampSchema),
    ...guardianFields,
    idempotencyKey: z.uuid(),
  })
  .check(everyGuardianFieldRead);

export const invitationSchema = z.object({
  familyId: idSchema,
  guardianId: idSchema,
  idempotencyKey: z.uuid(),
});
