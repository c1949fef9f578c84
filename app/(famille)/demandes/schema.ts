import * as z from "zod/mini";
import { requestKinds } from "@/lib/domain/request-kind";
import { MESSAGE_MOST } from "@/lib/domain/request-message";
import { idSchema } from "@/lib/schemas";

/** The family takes back a request that waits. */
export const withdrawalSchema = z.object({
  number: idSchema,
  kind: z.enum(requestKinds),
  idempotencyKey: z.uuid(),
});

/** What is written about a request; the service's side sends the same besides its own. */
export const messageText = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, "Écrivez votre message avant de l’envoyer."),
    z.maxLength(
      MESSAGE_MOST,
      "Raccourcissez le message\u00a0: 2\u00a0000\u00a0caractères au plus.",
    ),
  );

/** The family writes to the service. */
export const messageSchema = z.object({
  number: idSchema,
  text: messageText,
  idempotencyKey: z.uuid(),
});
