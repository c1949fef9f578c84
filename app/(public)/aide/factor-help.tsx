import { town } from "@/town/town";

/** A code beside the password: for parents who want it, and for agents. */
export function FactorHelp() {
  return (
    <section>
      <h2 id="validation">Validation en deux étapes</h2>
      <p>
        À la connexion, un code de six chiffres que montre votre téléphone s’ajoute au mot de passe.
        Dans «&nbsp;Mon compte&nbsp;», choisissez «&nbsp;Mettre en place la validation&nbsp;», puis
        suivez les étapes avec une application d’authentification.
      </p>
      <p>
        Gardez les dix codes de secours ailleurs que dans votre téléphone&nbsp;: chacun remplace le
        code une fois.
      </p>
      <p>
        Sans mot de passe&nbsp;: sur la page de connexion, choisissez «&nbsp;Recevoir un lien de
        connexion&nbsp;», ou ajoutez dans «&nbsp;Mon compte&nbsp;» une clé d’accès, qui vous
        connecte avec le visage, le doigt ou le code de votre appareil.
      </p>
      <p>
        {`Agents\u00a0: elle est obligatoire ${town.secondFactor.graceDays}\u00a0jours après votre première connexion. Sans téléphone et sans code de secours, un administrateur la réinitialise.`}
      </p>
    </section>
  );
}
