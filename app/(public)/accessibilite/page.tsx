import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/page-heading";
import { day } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import { town } from "@/town/town";

export const metadata: Metadata = { title: "Accessibilité" };

export default function AccessibilityPage() {
  const { accessibility, legal, department } = town;
  return (
    <>
      <PageHeading above="Déclaration d’accessibilité" lead={`État\u00a0: ${accessibility.status}`}>
        Accessibilité
      </PageHeading>
      <div className="prose">
        <p>
          {legal.authority} s’engage à rendre ce portail accessible, conformément à
          l’article&nbsp;47 de la loi n°&nbsp;2005-102 du 11&nbsp;février&nbsp;2005.
        </p>
        <h2>État de conformité</h2>
        <p>
          Le portail est <strong>{accessibility.status}</strong> avec le référentiel général
          d’amélioration de l’accessibilité (RGAA), version&nbsp;4.1.2.
        </p>
        <h2>Résultats des tests</h2>
        <Audit />
        <h2>Ce qui est fait</h2>
        <ul>
          <li>Tout se fait au clavier, et l’élément actif est toujours visible.</li>
          <li>
            Aucune information n’est donnée par la seule couleur&nbsp;; les contrastes sont mesurés.
          </li>
          <li>
            Le texte peut être doublé, et l’écran réduit à 320&nbsp;pixels, sans défilement de côté.
          </li>
          <li>
            Le portail suit vos réglages&nbsp;: mode sombre, mouvements réduits, couleurs imposées.
          </li>
          <li>Les pages publiques et la connexion fonctionnent sans JavaScript.</li>
        </ul>
        <h2>Ce qui n’est pas encore accessible, ou pas vérifié</h2>
        <ul>
          {accessibility.knownGaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
        <h2>Établissement de cette déclaration</h2>
        <p>
          Déclaration établie le {formatDay(day(accessibility.declaredOn), "dayMonth")}{" "}
          {accessibility.declaredOn.slice(0, 4)}. Technologies&nbsp;: HTML, CSS, JavaScript, SVG,
          WAI-ARIA.
        </p>
        <h2>Signaler une difficulté</h2>
        <p>
          Si vous n’arrivez pas à utiliser une page, écrivez à{" "}
          <a href={`mailto:${accessibility.email}`}>{accessibility.email}</a> ou appelez le{" "}
          {department.phone}. Le service fera la démarche avec vous et corrigera la page.
        </p>
        <h2>Voies de recours</h2>
        <p>
          Si vous avez signalé un défaut qui vous empêche d’accéder à un contenu ou à un service, et
          que vous n’avez pas obtenu de réponse satisfaisante, vous pouvez écrire au Défenseur des
          droits&nbsp;:
        </p>
        <ul>
          <li>
            <a href="https://formulaire.defenseurdesdroits.fr">par son formulaire</a>&nbsp;;
          </li>
          <li>
            <a href="https://www.defenseurdesdroits.fr/saisir/delegues">
              auprès de son délégué dans votre région
            </a>
            &nbsp;;
          </li>
          <li>
            par courrier gratuit, sans timbre&nbsp;: Défenseur des droits, Libre réponse&nbsp;71120,
            75342 Paris CEDEX&nbsp;07.
          </li>
        </ul>
      </div>
    </>
  );
}

function Audit() {
  const { audit } = town.accessibility;
  if (audit === null) {
    return (
      <p>
        Aucun audit n’a encore été réalisé par une personne extérieure. Tant qu’il ne l’est pas, la
        loi demande de se déclarer «&nbsp;non conforme&nbsp;», même si le portail est conçu et testé
        pour être accessible.
      </p>
    );
  }
  return (
    <p>
      L’audit réalisé par {audit.by} le {formatDay(day(audit.on), "numeric")} montre que{" "}
      {String(audit.ratePercent).replace(".", ",")}&nbsp;% des critères applicables sont respectés.
    </p>
  );
}
