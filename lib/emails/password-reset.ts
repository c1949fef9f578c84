import type { EmailMessage } from "@/lib/commit";
import type { PasswordLinkProps } from "@/lib/emails/account-activation";
import { composeEmail } from "@/lib/emails/layout";

/** The link to replace a forgotten password: an hour, once. */
export function passwordResetEmail({ to, firstName, url, town }: PasswordLinkProps): EmailMessage {
  return composeEmail({
    to,
    replyTo: null,
    subject: "Changez votre mot de passe",
    greeting: `Bonjour ${firstName},`,
    blocks: [
      {
        kind: "text",
        text: "Vous avez demandé à changer le mot de passe de votre compte.",
      },
      {
        kind: "link",
        label: "Choisir un nouveau mot de passe",
        url,
      },
      {
        kind: "text",
        text: "Ce lien fonctionne une seule fois, pendant une heure. Si vous n’avez rien demandé, ne faites rien\u00a0: votre mot de passe reste le même.",
      },
    ],
    signature: town,
  });
}
