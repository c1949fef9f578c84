import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { plural } from "@/lib/domain/day-words";
import { endSessionsOfAgent } from "../actions";

/** Where the agent is signed in, and the way to end it. */
export function SessionsCard({ accountId, open }: { accountId: string; open: number }) {
  return (
    <Card title="Appareils connectés" titleId="titre-appareils">
      <p className="mb-3">
        {open === 0
          ? "Aucun appareil n’est connecté à ce compte."
          : `${plural(open, "appareil est connecté", "appareils sont connectés")} à ce compte. Un téléphone perdu, un départ\u00a0? Déconnectez tout\u00a0: cela vaut tout de suite.`}
      </p>
      {open > 0 && (
        <form action={endSessionsOfAgent}>
          <input type="hidden" name="accountId" value={accountId} />
          <SubmitButton variant="secondary" icon="exit">
            Déconnecter ses appareils
          </SubmitButton>
        </form>
      )}
    </Card>
  );
}
