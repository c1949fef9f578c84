import { InnerLink } from "@/components/ui/inner-link";

/** What can be printed, and how somebody else checks it. */
export function DocumentsHelp() {
  return (
    <>
      <h2 id="documents">Imprimer un document</h2>
      <p>
        «&nbsp;Édition de documents&nbsp;» prépare une attestation d’inscription ou le planning d’un
        enfant, en PDF. Une demande s’imprime depuis sa page, un calcul de tarifs depuis ses
        résultats. Vous retrouvez vos documents au même endroit, tels qu’ils étaient ce jour-là.
      </p>
      <p>
        Chaque document porte un numéro. La personne à qui vous le remettez peut{" "}
        <InnerLink href="/verifier">vérifier ce qu’il dit</InnerLink> sans compte. Ne donnez ce
        numéro qu’à ceux qui peuvent lire le document.
      </p>
    </>
  );
}
