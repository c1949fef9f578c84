import * as z from "zod/mini";

export const PASSWORD_LENGTH = 12;

const tooShort = `Choisissez un mot de passe d’au moins ${PASSWORD_LENGTH}\u00a0caractères.`;

/** A password that is chosen: what is easily guessed, the server alone says. */
export const newPassword = z
  .string(tooShort)
  .check(
    z.minLength(PASSWORD_LENGTH, tooShort),
    z.maxLength(200, "Choisissez un mot de passe de 200\u00a0caractères au plus."),
  );

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
