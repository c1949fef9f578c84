import type { EmailMessage } from "@/lib/commit";
import type { AccountRecipient } from "@/lib/emails/account-recipient";
import { composeEmail } from "@/lib/emails/layout";

/** Tells the account's address that its password is another one. No link: nothing in it can be forged to catch one. */
export function passwordChangedEmail({
  to,
  firstName,
  town,
  department,
  byLink,
}: AccountRecipient & {
  /** By the link of an e-mail: then no device stays signed in. */
  readonly byLink: boolean;
}): EmailMessage {
  const [how, devices] = byLink
    ? ["d’être changé, par le lien d’un courriel", "Tous vos appareils"]
    : ["d’être changé", "Vos autres appareils"];
  return composeEmail({
    to,
    replyTo: department,
    subject: "Votre mot de passe a été changé",
    greeting: `Bonjour ${firstName},`,
    blocks: [
      {
        kind: "text",
        text: `Le mot de passe de votre compte vient ${how}. ${devices} sont déconnectés.`,
      },
      {
        kind: "text",
        text: "Si ce n’est pas vous, ouvrez le portail, choisissez «\u00a0Mot de passe oublié\u00a0», puis prévenez-nous en répondant à ce message.",
      },
    ],
    signature: town,
  });
}
