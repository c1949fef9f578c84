import * as z from "zod/mini";
import { documentSchema } from "@/app/(famille)/famille/justificatifs/schema";

/** A document that an agent adds, with the family that it is for. */
export const addedDocumentSchema = z.extend(documentSchema, {
  familyId: z.coerce.number().check(z.int(), z.positive()),
});
