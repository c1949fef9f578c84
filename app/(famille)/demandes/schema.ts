import * as z from "zod/mini";
import { requestKinds } from "@/lib/domain/request-kind";

/** The family takes back a request that waits. */
export const withdrawalSchema = z.object({
  number: z.coerce.number().check(z.int(), z.positive()),
  kind: z.enum(requestKinds),
  idempotencyKey: z.uuid(),
});
