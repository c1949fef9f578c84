import * as z from "zod/mini";
import { documentSchema } from "@/app/(famille)/famille/justificatifs/schema";
import { idSchema } from "@/lib/schemas";

/** A document that an agent adds, with the family that it is for. */
export const addedDocumentSchema = z.extend(documentSchema, {
  familyId: idSchema,
});
