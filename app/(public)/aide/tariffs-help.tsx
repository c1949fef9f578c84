import { InnerLink } from "@/components/ui/inner-link";

/** How a price is made, and how to simulate one. */
export function TariffsHelp() {
  return (
    <>
      <h2 id="tarifs">Comprendre les tarifs</h2>
      <p>
        Le prix dépend du tarif en vigueur le jour réservé, de la catégorie de l’enfant et, le plus
        souvent, de votre quotient familial. Certains tarifs prévoient une réduction selon le nombre
        d’enfants à charge.
      </p>
      <p>
        La démarche «&nbsp;Consultation des tarifs&nbsp;» calcule tous vos prix à partir de votre
        dossier. Vous pouvez essayer d’autres valeurs&nbsp;: votre dossier ne change pas. Le détail
        de votre quotient familial s’affiche à l’étape&nbsp;2. S’il n’est plus à jour, transmettez
        votre justificatif au service.
      </p>
      <p>
        «&nbsp;Pourquoi ce prix&nbsp;?&nbsp;» montre le calcul de chaque prix. Le résultat s’imprime
        et se compare avec un autre tarif ou un autre quotient. «&nbsp;Télécharger ce
        résultat&nbsp;» en fait un document numéroté, en PDF&nbsp;: il dit si vous avez essayé
        d’autres valeurs que celles de votre dossier.
      </p>
      <p>
        Vous n’avez pas de compte&nbsp;?{" "}
        <InnerLink href="/simulation">Simulez les tarifs sans vous connecter</InnerLink>.
      </p>
    </>
  );
}
