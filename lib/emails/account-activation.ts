import type { EmailMessage } from "@/lib/commit";
import { composeEmail } from "@/lib/emails/layout";

export interface PasswordLinkProps {
  to: string;
  firstName: string;
  /** Where the password is chosen; works once. */
  url: string;
  /** Who sends it, and signs. */
  town: string;
}

/** The link to choose a first password: seven days, once. */
export function activationEmail({ to, firstName, url, town }: PasswordLinkProps): EmailMessage {
  return composeEmail({
    to,
    replyTo: null,
    subject: "Activez votre compte",
    greeting: `Bonjour ${firstName},`,
    blocks: [
      {
        kind: "text",
        text: "Un compte vous attend sur notre portail. Choisissez votre mot de passe pour l’ouvrir.",
      },
      { kind: "link", label: "Choisir mon mot de passe", url },
      {
        kind: "text",
        text: "Ce lien fonctionne une seule fois, pendant 7\u00a0jours. Passé ce délai, demandez-en un autre avec «\u00a0Mot de passe oublié\u00a0» sur la page de connexion.",
      },
    ],
    signature: town,
  });
}
