"use client";

import { useSentForm } from "@/app/admin/use-sent-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { SelectField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { RadioGroup } from "@/components/ui/radio-group";
import { agentRoles, type AgentRole, type AgentScope } from "@/lib/domain/access";
import { saveRightsOfAgent } from "../actions";
import { roleLabel, roleSummary } from "../words";

const fieldOf = { "scope-missing": "limites", "last-administrator": "role" };

/** Empty rows below those that are filled. */
const emptyRows = 2;

interface Named {
  readonly id: number;
  readonly label: string;
}

/** The role, and the limits of a role that has some: rows that work without JavaScript. */
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
  choices: { readonly activities: readonly Named[]; readonly establishments: readonly Named[] };
  idempotencyKey: string;
}) {
  const form = useSentForm(saveRightsOfAgent, fieldOf, "enregistrer");
  const rows = [...agent.scopes, ...Array.from({ length: emptyRows }, () => null)];
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-6">
      <ErrorSummary errors={form.problems} title="Rien n’est enregistré" />
      <RequiredNote />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="accountId" value={agent.id} />
      <input type="hidden" name="shown" value={agent.stamp} />
      <Card title="Rôle" titleId="titre-role">
        <RadioGroup
          name="role"
          legend="Ce que cette personne fait"
          defaultValue={agent.role}
          error={form.messageOf("role")}
          options={agentRoles.map((role) => ({
            value: role,
            label: roleLabel[role],
            hint: roleSummary[role],
          }))}
        />
      </Card>
      <Card title="Limites" titleId="titre-limites">
        <Fieldset
          name="limites"
          legend="Activités et établissements"
          hint="Pour un agent d’activités ou un animateur. Les autres rôles valent pour toute la commune. Une ligne vide ne compte pas."
          error={form.messageOf("limites")}
        >
          <ul className="grid gap-4">
            {rows.map((scope, i) => (
              <li key={i} className="grid gap-3 sm:grid-cols-2">
                <ScopeChoice
                  name="activities[]"
                  id={`activite-${i}`}
                  label={`Activité, ligne ${i + 1}`}
                  every="Toutes les activités"
                  list={choices.activities}
                  chosen={scope?.activityId}
                />
                <ScopeChoice
                  name="establishments[]"
                  id={`etablissement-${i}`}
                  label={`Établissement, ligne ${i + 1}`}
                  every="Tous les établissements"
                  list={choices.establishments}
                  chosen={scope?.establishmentId}
                />
              </li>
            ))}
          </ul>
        </Fieldset>
      </Card>
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

function ScopeChoice({
  every,
  list,
  chosen,
  ...field
}: {
  name: string;
  id: string;
  label: string;
  every: string;
  list: readonly Named[];
  chosen: number | "every" | undefined;
}) {
  return (
    <SelectField {...field} defaultValue={chosen ?? ""}>
      <option value="">Ligne vide</option>
      <option value="every">{every}</option>
      {list.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </SelectField>
  );
}
