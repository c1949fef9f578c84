"use client";

import { useActionState } from "react";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { inviteAgentOnceMore, setAccountOfAgent } from "../actions";

/** Whether the account was opened by its owner, the invitation again, and the way to close it. */
export function AccountCard({
  accountId,
  active,
  activated,
  isOwn,
  idempotencyKey,
}: {
  accountId: string;
  active: boolean;
  activated: boolean;
  isOwn: boolean;
  idempotencyKey: string;
}) {
  const [invited, invite] = useActionState(inviteAgentOnceMore, null);
  const [set, setActive] = useActionState(setAccountOfAgent, null);
  const refused = [invited, set].find((answer) => answer?.ok === false);
  return (
    <Card title="Compte" titleId="titre-compte">
      <p className="mb-3">{stateInWords({ active, activated, isOwn })}</p>
      <div className="flex flex-wrap gap-3">
        {active && !activated && (
          <form action={invite}>
            <input type="hidden" name="accountId" value={accountId} />
            <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
            <SubmitButton variant="secondary" icon="mail">
              Renvoyer l’invitation
            </SubmitButton>
          </form>
        )}
        {!isOwn && (
          <form action={setActive}>
            <input type="hidden" name="accountId" value={accountId} />
            <input type="hidden" name="active" value={active ? "0" : "1"} />
            <SubmitButton variant="secondary" icon="lock">
              {active ? "Fermer ce compte" : "Rouvrir ce compte"}
            </SubmitButton>
          </form>
        )}
      </div>
      <p role="alert" className="text-danger-ink mt-2 font-semibold empty:hidden">
        {refused?.ok === false ? refused.message : null}
      </p>
    </Card>
  );
}

function stateInWords(its: { active: boolean; activated: boolean; isOwn: boolean }): string {
  if (!its.active)
    return "Ce compte est fermé\u00a0: personne ne s’en sert. Son rôle et ses limites sont gardés.";
  if (!its.activated) return "Invitation envoyée\u00a0: le mot de passe n’est pas encore choisi.";
  if (its.isOwn) return "C’est votre compte\u00a0: un autre administrateur peut le fermer.";
  return "Le compte est ouvert. Un départ\u00a0? Fermez-le\u00a0: cela vaut tout de suite, sur tous ses appareils.";
}
