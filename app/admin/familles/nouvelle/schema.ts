import * as z from "zod/mini";
import { everyGuardianFieldRead, guardianFields } from "../[id]/schema";

export const familySchema = z
  .object({
    name: z
      .string("Donnez le nom de la famille.")
      .check(
        z.trim(),
        z.minLength(1, "Donnez le nom de la famille."),
        z.maxLength(100, "Raccourcissez le nom\u00a0: 100\u00a0caractères au plus."),
      ),
    ...guardianFields,
    confirmed: z._default(z.enum(["", "1"]), ""),
    idempotencyKey: z.uuid(),
  })
  .check(everyGuardianFieldRead);
