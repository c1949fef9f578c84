"use client";

import { useActionState } from "react";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { SubmitButton } from "@/components/ui/submit-button";
import { resetFactorOfAgent } from "../actions";

/** Whether the agent gives a code to sign in, and the way out where the telephone is lost. */
export function FactorCard({ accountId, isSet }: { accountId: string; isSet: boolean }) {
  const [answer, send] = useActionState(resetFactorOfAgent, null);
  const refusal = answer?.ok === false ? answer : null;
  return (
    <Card title="Validation en deux étapes" titleId="titre-validation">
      {isSet ? (
        <form action={send} className="grid gap-3">
          <p>
            {
              "En place. Téléphone perdu, et plus de codes de secours\u00a0? Réinitialisée, elle ne protège plus ce compte jusqu’à sa prochaine mise en place, et ses appareils sont déconnectés."
            }
          </p>
          <input type="hidden" name="accountId" value={accountId} />
          <Checkbox
            id="verifie"
            name="checked"
            value="1"
            label="J’ai vérifié que c’est bien cette personne qui le demande."
          />
          <p role="alert" className="text-danger-ink font-semibold empty:hidden">
            {refusal ? (refusal.fields["checked"] ?? refusal.message) : null}
          </p>
          <div>
            <SubmitButton variant="secondary" icon="lock">
              Réinitialiser la validation
            </SubmitButton>
          </div>
        </form>
      ) : (
        <p>Pas encore en place.</p>
      )}
    </Card>
  );
}
