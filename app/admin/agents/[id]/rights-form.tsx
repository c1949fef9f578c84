"use client";

import { useSentForm } from "@/app/use-sent-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import type { AgentRole, AgentScope } from "@/lib/domain/access";
import { saveRightsOfAgent } from "../actions";
import { RightsFields, type RightsChoices } from "../rights-fields";

const fieldOf = { "scope-missing": "limites", "last-administrator": "role" };

/** What an agent may, and where. */
export function RightsForm({
  agent,
  choices,
  idempotencyKey,
}: {
  agent: {
    readonly id: string;
    readonly role: AgentRole;
    readonly scopes: readonly AgentScope[];
    readonly stamp: string;
  };
  choices: RightsChoices;
  idempotencyKey: string;
}) {
  const form = useSentForm(saveRightsOfAgent, fieldOf, "enregistrer");
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-6">
      <ErrorSummary errors={form.problems} title="Rien n’est enregistré" />
      <RequiredNote />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="accountId" value={agent.id} />
      <input type="hidden" name="shown" value={agent.stamp} />
      <RightsFields
        role={agent.role}
        scopes={agent.scopes}
        choices={choices}
        messageOf={form.messageOf}
      />
      <div className="flex flex-wrap gap-3">
        <Button id="enregistrer" type="submit" icon="check" busy={form.pending} wide>
          Enregistrer
        </Button>
        <ButtonLink href="/admin/agents" variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}
