import * as z from "zod/mini";
import { newPassword } from "@/app/(public)/mot-de-passe/schema";

const unsaid = "Saisissez votre mot de passe actuel.";

export const sessionSchema = z.object({ session: z.uuid() });

export const passwordChangeSchema = z
  .object({
    actuel: z.string(unsaid).check(z.minLength(1, unsaid), z.maxLength(200, unsaid)),
    motDePasse: newPassword,
    confirmation: z.string("Saisissez une deuxième fois votre nouveau mot de passe."),
  })
  .check(
    z.refine((form) => form.motDePasse === form.confirmation, {
      path: ["confirmation"],
      error: "Les deux mots de passe sont différents. Saisissez deux fois le même.",
    }),
  );
