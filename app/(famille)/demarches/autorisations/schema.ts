import * as z from "zod/mini";
import { idSchema } from "@/lib/schemas";

const id = idSchema;
const yesOrNo = z.enum(["oui", "non"]);

/** Step 1: an answer is named after its question ("reponse-12", "reponse-12-7"). */
export const answersSchema = z.catchall(z.object({ childId: id }), z.optional(yesOrNo));

/** Step 2: what the recap showed is what is sent. */
export const validationSchema = z.object({
  childId: id,
  siblingIds: z._default(z.array(id).check(z.maxLength(20)), []),
  shown: z.string().check(z.maxLength(5000)),
  idempotencyKey: z.uuid(),
});

export const childSchema = z.object({ childId: id });
