import type { EmailMessage } from "@/lib/commit";
import type { Day } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import { composeEmail } from "@/lib/emails/layout";

export interface SupportingDocumentExpires {
  to: string;
  replyTo: string;
  firstName: string;
  documents: readonly {
    /** "Attestation d’assurance". */
    label: string;
    /** Null: the whole family. */
    aboutName: string | null;
    validUntil: Day | null;
  }[];
  /** The page of the family's documents, in full. */
  url: string;
  town: string;
}

/** One e-mail for all the documents of a family that are about to expire. */
export function supportingDocumentExpires(props: SupportingDocumentExpires): EmailMessage {
  const [first, ...others] = props.documents;
  const one = first && others.length === 0 ? first.label : null;
  return composeEmail({
    to: props.to,
    replyTo: props.replyTo,
    subject: one ? `${one}\u00a0: à renouveler` : "Des justificatifs à renouveler",
    greeting: `Bonjour ${props.firstName},`,
    blocks: [
      {
        kind: "list",
        title: one
          ? "Un document de votre dossier ne sera bientôt plus valable\u00a0:"
          : "Des documents de votre dossier ne seront bientôt plus valables\u00a0:",
        items: props.documents.map(
          ({ label, aboutName, validUntil }) =>
            `${label}${aboutName === null ? "" : ` – ${aboutName}`}${validUntil === null ? "" : `, jusqu’au ${formatDay(validUntil, "dateMedium")}`}`,
        ),
      },
      {
        kind: "text",
        text: "Envoyez le nouveau document dès que vous l’avez\u00a0: une photo suffit.",
      },
      { kind: "link", label: "Envoyer un document", url: props.url },
    ],
    signature: props.town,
  });
}
