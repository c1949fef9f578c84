import { sizeInWords } from "@/components/portal/supporting-documents/words";
import { InnerLink } from "@/components/ui/inner-link";
import { mostFiles } from "@/lib/domain/supporting-document";
import { town } from "@/town/town";

/** What a family sends as a proof, and what becomes of it. */
export function SupportingDocumentsHelp() {
  return (
    <>
      <h2 id="justificatifs">Envoyer un justificatif</h2>
      <p>
        <InnerLink href="/famille/justificatifs">Mes justificatifs</InnerLink> montre ce que la
        mairie demande, ce que vous avez envoyé et jusqu’à quand cela vaut. Prenez le document en
        photo avec votre téléphone, ou choisissez un PDF.
      </p>
      <p>
        {`Un envoi contient ${mostFiles}\u00a0fichiers au plus, de ${sizeInWords(town.supportingDocuments.largestFile)} chacun. Vérifiez que le document est entier et lisible.`}
      </p>
      <p>
        {`Chaque envoi reçoit un numéro de demande. Si un agent doit le vérifier, vous pouvez le retirer tant qu’il ne l’a pas fait. Un courriel vous prévient ${town.supportingDocuments.remindDaysBefore}\u00a0jours avant qu’un document expire.`}
      </p>
      <p>
        Vos fichiers sont chiffrés. Seuls les responsables de votre famille et les agents qui
        traitent les dossiers les ouvrent.
      </p>
    </>
  );
}
