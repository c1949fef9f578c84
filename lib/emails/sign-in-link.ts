import type { EmailMessage } from "@/lib/commit";
import type { PasswordLinkProps } from "@/lib/emails/account-activation";
import { composeEmail } from "@/lib/emails/layout";

/** The link to come in without a password: a quarter of an hour, once. */
export function signInLinkEmail({ to, firstName, url, town }: PasswordLinkProps): EmailMessage {
  return composeEmail({
    to,
    replyTo: null,
    subject: "Votre lien de connexion",
    greeting: `Bonjour ${firstName},`,
    blocks: [
      {
        kind: "text",
        text: "Vous avez demandé à vous connecter sans mot de passe.",
      },
      { kind: "link", label: "Me connecter", url },
      {
        kind: "text",
        text: "Ce lien fonctionne une seule fois, pendant 15\u00a0minutes. Ne le transmettez à personne\u00a0: il ouvre votre compte. Si vous n’avez rien demandé, ne faites rien.",
      },
    ],
    signature: town,
  });
}
