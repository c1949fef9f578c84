/** The booking démarche, step by step, and the periodicity. */
export function CalendarHelp() {
  return (
    <>
      <h2 id="reserver">Réserver pas à pas</h2>
      <p>
        Une seule démarche sert pour tous vos enfants et toutes leurs activités. Comptez
        5&nbsp;minutes.
      </p>
      <ol>
        <li>
          <strong>Choix des inscriptions.</strong> Tout est coché au départ&nbsp;: décochez ce que
          vous ne voulez pas réserver maintenant. Ce choix n’est pas définitif, vous pouvez y
          revenir.
        </li>
        <li>
          <strong>Calendrier.</strong> Cochez les jours un par un, ou appliquez une périodicité pour
          toute une période. Vous voyez la semaine, le mois (sur un écran large) ou l’année, où
          toucher une semaine l’ouvre. Si vous avez déjà réservé, l’accueil vous y mène tout droit,
          avec toutes vos inscriptions. «&nbsp;Défaire&nbsp;» annule ce que vous venez de faire.
        </li>
        <li>
          <strong>Récapitulatif.</strong> Relisez ce qui sera ajouté et ce qui sera retiré. Rien
          n’est envoyé avant cette étape.
        </li>
        <li>
          <strong>Confirmation.</strong> Vous recevez un numéro par demande, à l’écran et par
          courriel. Vous pouvez imprimer la page ou ajouter les dates à votre agenda.
        </li>
      </ol>
      <p>
        Votre brouillon est enregistré au fur et à mesure. Vous pouvez fermer la page et reprendre
        plus tard, même sur un autre appareil. Si l’autre parent a changé un jour entre-temps, le
        calendrier vous le montre et vous choisissez.
      </p>

      <h2 id="periodicite">Appliquer une périodicité</h2>
      <p>
        C’est le plus rapide quand vos enfants viennent toujours les mêmes jours. À l’étape du
        calendrier, choisissez «&nbsp;Appliquer une périodicité&nbsp;»&nbsp;:
      </p>
      <ol>
        <li>
          <strong>La période.</strong> Elle va du premier jour encore modifiable à la fin des
          inscriptions. Vous pouvez changer les deux dates.
        </li>
        <li>
          <strong>Le cycle.</strong> Le même rythme chaque semaine, ou un rythme sur deux, trois ou
          quatre semaines. La semaine&nbsp;1 est celle du premier jour de la période&nbsp;; les
          semaines se comptent aussi pendant les vacances.
        </li>
        <li>
          <strong>Les jours.</strong> Ceux où vos enfants viennent déjà sont cochés. Cochez ceux que
          vous ajoutez, décochez ceux que vous retirez.
        </li>
      </ol>
      <p>
        Avant d’appliquer, un aperçu montre ce qui sera ajouté, retiré, inchangé ou impossible, et
        le bouton en dit le nombre. Deux façons de faire&nbsp;: <strong>remplacer</strong> les
        réservations des activités où vous avez coché un jour, ou seulement <strong>ajouter</strong>
        . Les jours fermés, passés ou hors délai ne changent jamais.
      </p>
      <p>
        Si le portail connaît déjà vos habitudes, «&nbsp;Reprendre mon rythme&nbsp;» remplit la
        périodicité pour vous. Vérifiez-la, puis appliquez.
      </p>
    </>
  );
}
