import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import type { ActorFactor } from "@/lib/auth/factor-state";

/** Whether a code is asked beside the password, and the way to the page that says more. */
export function FactorCard({ factor }: { factor: ActorFactor }) {
  return (
    <Card title="Validation en deux étapes" titleId="validation">
      <p className="mb-3">
        <strong>{factor.isSet ? "En place." : "Pas encore en place."}</strong> À la connexion, un
        code que montre votre téléphone, ou une clé d’accès, s’ajoute au mot de passe.
      </p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/compte/validation" variant="secondary" icon="lock">
          {factor.isSet ? "Gérer la validation" : "Mettre en place la validation"}
        </ButtonLink>
        {factor.isSet ? (
          <ButtonLink href="/compte/confirmer" variant="quiet">
            Confirmer que c’est moi
          </ButtonLink>
        ) : null}
      </div>
    </Card>
  );
}
