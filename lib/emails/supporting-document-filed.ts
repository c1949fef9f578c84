import type { EmailMessage } from "@/lib/commit";
import type { Day, Moment } from "@/lib/domain/day";
import { formatDay, formatMoment, plural } from "@/lib/domain/day-words";
import { requestStateLabel } from "@/lib/domain/service-request";
import { composeEmail } from "@/lib/emails/layout";

export interface SupportingDocumentFiled {
  to: string;
  replyTo: string;
  firstName: string;
  at: Moment;
  number: number;
  /** "Attestation d’assurance". */
  label: string;
  /** Null: the whole family. */
  aboutName: string | null;
  validUntil: Day | null;
  files: number;
  accepted: boolean;
  /** The page of the request, in full. */
  url: string;
  town: string;
}

/** A document was received: its number, and what follows. */
export function supportingDocumentFiled(props: SupportingDocumentFiled): EmailMessage {
  const { label, aboutName, validUntil, accepted } = props;
  const about = aboutName === null ? "" : ` – ${aboutName}`;
  return composeEmail({
    to: props.to,
    replyTo: props.replyTo,
    subject: `${label}${about}\u00a0: bien reçu`,
    greeting: `Bonjour ${props.firstName},`,
    blocks: [
      {
        kind: "text",
        text: accepted
          ? `Nous avons bien reçu votre document le ${formatMoment(props.at)}. Il est enregistré dans votre dossier.`
          : `Nous avons bien reçu votre document le ${formatMoment(props.at)}. Un agent va le vérifier\u00a0: vous recevrez sa réponse par courriel.`,
      },
      {
        kind: "facts",
        title: `Demande n°\u00a0${props.number} – ${requestStateLabel[accepted ? "accepted" : "pending"]}`,
        facts: [
          ["Document", label],
          ["Pour", aboutName ?? "Toute la famille"],
          ["Reçu", plural(props.files, "fichier", "fichiers")],
          ...(validUntil === null
            ? []
            : [["Valable jusqu’au", formatDay(validUntil, "dateMedium")] as const]),
        ],
      },
      { kind: "link", label: "Voir ma demande", url: props.url },
    ],
    signature: props.town,
  });
}
