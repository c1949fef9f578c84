import * as z from "zod/mini";

/** The family takes back a request that waits. */
export const withdrawalSchema = z.object({
  number: z.coerce.number().check(z.int(), z.positive()),
  idempotencyKey: z.uuid(),
});
