import * as z from "zod/mini";
import { newPassword } from "@/app/(public)/mot-de-passe/schema";

const unsaid = "Saisissez votre mot de passe actuel.";

export const sessionSchema = z.object({ session: z.uuid() });

const codeUnsaid = "Saisissez le code à six chiffres de l’application, ou un code de secours.";

/** A code, as it is typed: with or without spaces. */
const typedCode = z
  .string(codeUnsaid)
  .check(z.minLength(1, codeUnsaid), z.maxLength(60, codeUnsaid));

export const codeSchema = z.object({ code: typedCode });

/** A code, and the page of this portal to go on to. */
export const codeThenSchema = z.object({
  code: typedCode,
  retour: z.optional(z.string().check(z.maxLength(2000))),
});

export const passwordSchema = z.object({
  actuel: z.string(unsaid).check(z.minLength(1, unsaid), z.maxLength(200, unsaid)),
});

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
