/** The family's file: what is in it, who changes what, and when it counts. */
export function FamilyHelp() {
  return (
    <>
      <h2 id="famille">Ma famille</h2>
      <p>
        «&nbsp;Ma famille&nbsp;» montre ce que la mairie sait de vous&nbsp;: adresse et téléphones
        des responsables, école, classe, régime alimentaire et assurance des enfants. Corrigez ce
        qui est faux, puis envoyez&nbsp;: vous recevez une demande numérotée et un courriel.
      </p>
      <p>
        Certains changements valent aussitôt, comme un téléphone. D’autres attendent que le service
        les vérifie, comme une adresse&nbsp;: la fiche montre alors «&nbsp;En attente&nbsp;» à côté
        de ce qui est enregistré. Vous pouvez encore corriger ce qui attend&nbsp;: votre nouvelle
        demande remplace l’ancienne.
      </p>
      <p>
        Chacun change ses propres coordonnées. La fiche d’un enfant est la même pour ses deux
        parents, qu’ils vivent ensemble ou non&nbsp;: si l’autre parent la change pendant votre
        saisie, nous vous le disons avant d’enregistrer. Une décision de justice peut la fermer à un
        foyer&nbsp;; le service vous dit alors pourquoi.
      </p>
      <p>
        Le projet d’accueil individualisé (PAI) est sur la fiche de l’enfant. Cette information est
        chiffrée, seuls les responsables et les agents qui s’occupent de l’enfant la lisent, et
        chaque lecture est notée.
      </p>
      <p>
        Pour changer d’adresse électronique, donnez la nouvelle et votre mot de passe, puis ouvrez
        le lien que nous y envoyons dans les 24&nbsp;heures. L’ancienne adresse est prévenue, et vos
        autres appareils sont déconnectés.
      </p>
    </>
  );
}
