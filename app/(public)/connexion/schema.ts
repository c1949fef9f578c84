import * as z from "zod/mini";
import { signedByPasskey } from "@/app/compte/cles/schema";
import { idSchema } from "@/lib/schemas";

/** A form of one button. */
export const nothingSchema = z.object({});

export const familyChoiceSchema = z.object({ familyId: idSchema });

export const passkeySignInSchema = z.object({
  passkey: signedByPasskey,
  resterConnecte: z.optional(z.boolean()),
  retour: z.optional(z.string().check(z.maxLength(2000))),
});
