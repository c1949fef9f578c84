import type { EmailMessage } from "@/lib/commit";
import type { AccountRecipient } from "@/lib/emails/account-recipient";
import { composeEmail } from "@/lib/emails/layout";

const said = {
  "set-up": {
    subject: "Validation en deux étapes mise en place",
    text: "La validation en deux étapes vient d’être mise en place sur votre compte, avec de nouveaux codes de secours. Vos autres appareils sont déconnectés.",
  },
  removed: {
    subject: "Validation en deux étapes arrêtée",
    text: "La validation en deux étapes de votre compte vient d’être arrêtée\u00a0: le mot de passe suffit à nouveau pour se connecter.",
  },
  reset: {
    subject: "Validation en deux étapes réinitialisée",
    text: "Un administrateur vient de réinitialiser la validation en deux étapes de votre compte. Vos appareils sont déconnectés\u00a0: à la prochaine connexion, mettez-la en place avec votre téléphone.",
  },
  "codes-renewed": {
    subject: "Nouveaux codes de secours",
    text: "De nouveaux codes de secours viennent d’être créés pour votre compte. Les anciens ne servent plus.",
  },
  "passkey-added": {
    subject: "Une clé d’accès est ajoutée",
    text: "Une clé d’accès vient d’être ajoutée à votre compte\u00a0: l’appareil où elle se trouve se connecte sans mot de passe.",
  },
  "passkey-removed": {
    subject: "Une clé d’accès est retirée",
    text: "Une clé d’accès vient d’être retirée de votre compte. Vos autres appareils sont déconnectés.",
  },
  "code-used": {
    subject: "Un code de secours a servi",
    text: "Un code de secours de votre compte vient de servir, à la place du code de l’application. Il ne servira plus.",
  },
} as const;

/** Tells the account's address what happened to its second factor. No link: nothing in it can be forged to catch one. */
export function factorChangedEmail({
  to,
  firstName,
  town,
  department,
  change,
}: AccountRecipient & { readonly change: keyof typeof said }): EmailMessage {
  const { subject, text } = said[change];
  return composeEmail({
    to,
    replyTo: department,
    subject,
    greeting: `Bonjour ${firstName},`,
    blocks: [
      { kind: "text", text },
      {
        kind: "text",
        text: "Si ce n’est pas vous, changez tout de suite votre mot de passe, retirez les clés d’accès que vous ne connaissez pas, puis prévenez-nous en répondant à ce message.",
      },
    ],
    signature: town,
  });
}
