import * as z from "zod/mini";
import { passwordLength, passwordTooShort } from "@/lib/domain/password";

/** A password that is chosen: what is too short for this account, or easily guessed, the server alone says. */
export const newPassword = z
  .string(passwordTooShort)
  .check(
    z.minLength(passwordLength.withFactor, passwordTooShort),
    z.maxLength(passwordLength.most, "Choisissez un mot de passe de 200\u00a0caractères au plus."),
  );

/** What is said under the field; `least` is in characters. */
export const passwordHint = (least: number) =>
  `Au moins ${least}\u00a0caractères. Une phrase facile à retenir convient très bien.`;

export const passwordSchema = z
  .object({
    token: z.string(),
    purpose: z.enum(["activation", "reset"]),
    motDePasse: newPassword,
    confirmation: z.string("Saisissez une deuxième fois votre mot de passe."),
  })
  .check(
    z.refine((form) => form.motDePasse === form.confirmation, {
      path: ["confirmation"],
      error: "Les deux mots de passe sont différents. Saisissez deux fois le même.",
    }),
  );

const unsaid = "Saisissez votre adresse électronique ou votre nom d’utilisateur.";

/** What sign-in takes. */
export const linkSchema = z.object({
  identifiant: z.string(unsaid).check(z.trim(), z.minLength(1, unsaid), z.maxLength(320, unsaid)),
});
