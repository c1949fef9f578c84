/** What the sign-in page says for `?erreur=`. The same words whether or not the account exists. */
const ERRORS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    identifiants: "Identifiant ou mot de passe incorrect. Vérifiez-les, puis réessayez.",
    "trop-d-essais":
      "Trop de tentatives. Choisissez «\u00a0Mot de passe oublié\u00a0»\u00a0: le lien reçu par courriel vous ouvre votre compte tout de suite. Ou réessayez plus tard.",
    formulaire:
      "La page était ouverte depuis trop longtemps. Saisissez à nouveau votre mot de passe.",
    "etape-expiree": "Le temps pour saisir le code est passé. Connectez-vous à nouveau.",
    "sans-foyer":
      "Votre compte n’est rattaché à aucun foyer. Contactez la mairie pour le faire rattacher.",
  }),
);

const UNKNOWN_ERROR = "La connexion n’a pas abouti. Réessayez dans un instant.";

/** What the page says for `?info=`, after something that went well. */
const INFOS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    deconnecte: "Vous êtes déconnecté. À bientôt\u00a0!",
    "mot-de-passe": "Votre mot de passe est enregistré. Vous pouvez vous connecter.",
  }),
);

export function errorSentence(code: string | undefined): string | null {
  return code === undefined ? null : (ERRORS.get(code) ?? UNKNOWN_ERROR);
}

export function infoSentence(code: string | undefined): string | null {
  return code === undefined ? null : (INFOS.get(code) ?? null);
}
