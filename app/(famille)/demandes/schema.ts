import * as z from "zod/mini";
import { requestKinds } from "@/lib/domain/request-kind";
import { idSchema } from "@/lib/schemas";

/** The family takes back a request that waits. */
export const withdrawalSchema = z.object({
  number: idSchema,
  kind: z.enum(requestKinds),
  idempotencyKey: z.uuid(),
});
