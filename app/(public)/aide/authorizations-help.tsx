/** What is authorized to a child and to a contact, and how to change it. */
export function AuthorizationsHelp() {
  return (
    <>
      <h2 id="autorisations">Autorisations et contacts</h2>
      <p>
        La démarche «&nbsp;Mise à jour des autorisations&nbsp;» montre, pour chaque enfant, ce que
        vous autorisez et ce que vous interdisez. Changez une réponse, relisez le récapitulatif,
        validez&nbsp;: votre réponse vaut aussitôt, et les agents la lisent sur la liste du jour.
      </p>
      <p>
        La même réponse peut être donnée en une fois pour un frère ou une sœur. L’historique garde
        qui a changé quoi, et quand. Une fois par an, nous vous demandons si vos réponses sont
        toujours les bonnes&nbsp;: un seul bouton suffit.
      </p>
      <p>
        «&nbsp;Mes contacts&nbsp;» réunit les personnes qui peuvent venir chercher vos enfants.
        Quand vous retirez un contact, nous vous disons d’abord ce qu’il ne pourra plus faire.
      </p>
    </>
  );
}
