import type { EmailMessage } from "@/lib/commit";
import { composeEmail } from "@/lib/emails/layout";

/** Tells the account's address that its password is another one. No link: nothing in it can be forged to catch one. */
export function passwordChangedEmail({
  to,
  firstName,
  town,
  department,
}: {
  to: string;
  firstName: string;
  town: string;
  department: string;
}): EmailMessage {
  return composeEmail({
    to,
    replyTo: department,
    subject: "Votre mot de passe a changé",
    greeting: `Bonjour ${firstName},`,
    blocks: [
      {
        kind: "text",
        text: "Le mot de passe de votre compte du portail famille vient de changer. Vos autres appareils sont déconnectés.",
      },
      {
        kind: "text",
        text: "Si ce n’est pas vous, ouvrez le portail, choisissez «\u00a0Mot de passe oublié\u00a0», puis prévenez-nous en répondant à ce message.",
      },
    ],
    signature: town,
  });
}
