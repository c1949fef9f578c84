import type { EmailMessage } from "@/lib/commit";
import { composeEmail } from "@/lib/emails/layout";

export interface EmailChangeProps {
  to: string;
  firstName: string;
  town: string;
}

/** To the new address: the link that confirms it. A day, once. */
export function emailChangeLink({
  to,
  firstName,
  town,
  url,
}: EmailChangeProps & { url: string }): EmailMessage {
  return composeEmail({
    to,
    replyTo: null,
    subject: "Confirmez votre nouvelle adresse électronique",
    greeting: `Bonjour ${firstName},`,
    blocks: [
      {
        kind: "text",
        text: "Vous avez demandé à utiliser cette adresse pour votre compte.",
      },
      { kind: "link", label: "Confirmer mon adresse", url },
      {
        kind: "text",
        text: "Ce lien fonctionne une seule fois, pendant 24\u00a0heures. Si vous n’avez rien demandé, ne faites rien\u00a0: rien ne change.",
      },
    ],
    signature: town,
  });
}

/** To an address that has an account already: only who holds it learns that. */
export function emailChangeImpossible({
  to,
  town,
}: Omit<EmailChangeProps, "firstName">): EmailMessage {
  return composeEmail({
    to,
    replyTo: null,
    subject: "Cette adresse a déjà un compte",
    greeting: "Bonjour,",
    blocks: [
      {
        kind: "text",
        text: "Quelqu’un a demandé à utiliser cette adresse pour un autre compte. Elle a déjà le sien\u00a0: rien ne change.",
      },
      {
        kind: "text",
        text: "Si c’est vous, donnez une autre adresse, ou écrivez au service. Sinon, vous n’avez rien à faire.",
      },
    ],
    signature: town,
  });
}

/** To the address that the account has: somebody asks to leave it. */
export function emailChangeAsked({
  to,
  firstName,
  town,
  department,
}: EmailChangeProps & { department: string }): EmailMessage {
  return composeEmail({
    to,
    replyTo: department,
    subject: "Demande de changement d’adresse électronique",
    greeting: `Bonjour ${firstName},`,
    blocks: [
      {
        kind: "text",
        text: "Vous avez demandé à changer l’adresse électronique de votre compte. Elle change quand la nouvelle adresse est confirmée, par le lien que nous venons d’y envoyer.",
      },
      {
        kind: "text",
        text: `Ce n’est pas vous\u00a0? Changez tout de suite votre mot de passe, et écrivez à ${department}.`,
      },
    ],
    signature: town,
  });
}

/** To both addresses, once it is done. */
export function emailChanged({
  to,
  firstName,
  town,
  department,
  number,
}: EmailChangeProps & { department: string; number: number }): EmailMessage {
  return composeEmail({
    to,
    replyTo: department,
    subject: "Votre adresse électronique a changé",
    greeting: `Bonjour ${firstName},`,
    blocks: [
      {
        kind: "text",
        text: `L’adresse électronique de votre compte a changé (demande n°\u00a0${number}). Vous vous connectez maintenant avec la nouvelle, et nos courriels y arrivent. Vos autres appareils sont déconnectés.`,
      },
      {
        kind: "text",
        text: `Ce n’est pas vous\u00a0? Écrivez tout de suite à ${department}.`,
      },
    ],
    signature: town,
  });
}
