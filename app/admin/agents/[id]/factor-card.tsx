import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { resetFactorOfAgent } from "../actions";

/** Whether the agent gives a code to sign in, and the way out where the telephone is lost. */
export function FactorCard({ accountId, isSet }: { accountId: string; isSet: boolean }) {
  return (
    <Card title="Validation en deux étapes" titleId="titre-validation">
      {isSet ? (
        <>
          <p className="mb-3">
            {
              "En place. Téléphone perdu, et plus de codes de secours\u00a0? Vérifiez d’abord que c’est bien cette personne qui le demande. Ses appareils seront déconnectés."
            }
          </p>
          <form action={resetFactorOfAgent}>
            <input type="hidden" name="accountId" value={accountId} />
            <SubmitButton variant="secondary" icon="lock">
              Réinitialiser la validation
            </SubmitButton>
          </form>
        </>
      ) : (
        <p>Pas encore en place.</p>
      )}
    </Card>
  );
}
